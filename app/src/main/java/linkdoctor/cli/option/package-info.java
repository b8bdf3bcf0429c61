/** Options that several commands share. */
package linkdoctor.cli.option;
