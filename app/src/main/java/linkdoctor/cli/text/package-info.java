/** A diagnosis as text for a terminal: {@code TextView} is the whole of it, the others its parts. */
package linkdoctor.cli.text;
