/** The drawing of a request's path. */
package linkdoctor.ui.part.path;
