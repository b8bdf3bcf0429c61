/** What the wizard knows and can do, without a window: tests walk it with no toolkit. */
package linkdoctor.ui.model;
