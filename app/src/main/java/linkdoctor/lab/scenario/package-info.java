/** The language of scenario files: one instruction a line, each a change to the healthy practice Azure. */
package linkdoctor.lab.scenario;
