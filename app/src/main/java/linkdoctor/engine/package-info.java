/** What the command line and the wizard share: how one asks for a look at a vault, and who does it. */
package linkdoctor.engine;
