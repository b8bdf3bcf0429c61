/** The command line: commands, text view and exit codes. It renders; looking is done behind {@link linkdoctor.engine.Engine}. */
package linkdoctor.cli;
