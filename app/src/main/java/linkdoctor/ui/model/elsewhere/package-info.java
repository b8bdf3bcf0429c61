/** What the wizard knows of looking from another machine. */
package linkdoctor.ui.model.elsewhere;
