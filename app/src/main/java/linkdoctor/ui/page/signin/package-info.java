/** What the sign-in page is made of. */
package linkdoctor.ui.page.signin;
