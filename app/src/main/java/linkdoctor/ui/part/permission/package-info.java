/** What principals may do in the vault, as parts of a page. */
package linkdoctor.ui.part.permission;
