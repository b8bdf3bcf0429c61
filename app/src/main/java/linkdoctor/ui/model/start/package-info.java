/** What one can begin with: practice cases, kept sessions, a vault in any form, an error's text. */
package linkdoctor.ui.model.start;
