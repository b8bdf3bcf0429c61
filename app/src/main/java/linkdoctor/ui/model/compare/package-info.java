/** Putting two sessions side by side. */
package linkdoctor.ui.model.compare;
