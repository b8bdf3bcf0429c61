/** The pages of the wizard, one file each. */
package linkdoctor.ui.page;
