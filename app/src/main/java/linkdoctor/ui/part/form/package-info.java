/** Parts for choosing, filling in and reading single facts. */
package linkdoctor.ui.part.form;
