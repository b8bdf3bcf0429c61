/** What the welcome page is made of. */
package linkdoctor.ui.page.welcome;
