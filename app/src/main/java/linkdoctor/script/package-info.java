/** The scripts that repair what was found and take it back: text alone, which only the user runs. */
package linkdoctor.script;
