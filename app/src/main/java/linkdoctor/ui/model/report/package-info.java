/** A report before and when it is saved. */
package linkdoctor.ui.model.report;
