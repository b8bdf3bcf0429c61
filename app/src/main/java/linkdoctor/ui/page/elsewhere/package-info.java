/** The page for looking from another machine, and the ways to it. */
package linkdoctor.ui.page.elsewhere;
