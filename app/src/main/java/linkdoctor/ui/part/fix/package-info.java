/** Repairs to choose from. */
package linkdoctor.ui.part.fix;
