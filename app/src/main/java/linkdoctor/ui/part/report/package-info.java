/** What a report will hold. */
package linkdoctor.ui.part.report;
