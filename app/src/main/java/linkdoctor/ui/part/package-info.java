/** Parts that pages are built from. */
package linkdoctor.ui.part;
