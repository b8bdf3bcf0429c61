/** The page of who gets in. */
package linkdoctor.ui.page.callers;
