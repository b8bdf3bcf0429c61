/** A pasted text without its wrapping, and the values it holds. */
package linkdoctor.explain.read;
