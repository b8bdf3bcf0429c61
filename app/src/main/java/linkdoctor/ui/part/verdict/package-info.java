/** What a diagnosis comes to, piece by piece. */
package linkdoctor.ui.part.verdict;
