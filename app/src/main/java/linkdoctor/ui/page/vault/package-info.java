/** What the page of the vaults is made of. */
package linkdoctor.ui.page.vault;
