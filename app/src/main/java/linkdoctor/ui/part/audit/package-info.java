/** What the service saw of a caller's requests. */
package linkdoctor.ui.part.audit;
