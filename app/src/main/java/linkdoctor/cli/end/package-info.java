/** How a command ends: its exit code, or the sentence by which it refuses. */
package linkdoctor.cli.end;
