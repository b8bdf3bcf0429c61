/** The practice sign-in service, as login.microsoftonline.com answers, and the tokens it issues. */
package linkdoctor.lab.entra;
