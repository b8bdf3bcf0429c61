/** What changed between two sessions, piece by piece. */
package linkdoctor.ui.part.compare;
