/** What the page of who gets in knows and does, without a window. */
package linkdoctor.ui.model.callers;
