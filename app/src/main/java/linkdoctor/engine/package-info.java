/** What the command line and the wizard share: how one asks for a look at a vault, who does it, and what a report of it can be. */
package linkdoctor.engine;
