/** Commands to read in colour, in one shell or another. */
package linkdoctor.ui.part.command;
