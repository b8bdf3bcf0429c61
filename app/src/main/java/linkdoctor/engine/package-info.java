/** What the command line and the wizard share: how one asks for a look at a vault, who does it, what a report of it can be, and how a run is kept as it grows. */
package linkdoctor.engine;
