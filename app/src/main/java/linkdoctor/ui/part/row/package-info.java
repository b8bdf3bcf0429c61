/** A check as a row that opens to all that is known of it. */
package linkdoctor.ui.part.row;
