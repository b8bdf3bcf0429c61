/** The scripts that repair: which repairs they make, and what they say. */
package linkdoctor.ui.model.fix;
