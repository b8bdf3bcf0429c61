/** What goes on in a terminal while a command runs. */
package linkdoctor.cli.live;
