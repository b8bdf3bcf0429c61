/** A diagnosis to hand on: one model, as a page in HTML and as Markdown for a ticket. */
package linkdoctor.report;
