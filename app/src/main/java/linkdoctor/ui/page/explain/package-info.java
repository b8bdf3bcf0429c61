/** What the page of explained errors is made of. */
package linkdoctor.ui.page.explain;
