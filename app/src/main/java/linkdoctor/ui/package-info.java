/** The wizard: a window over the same engine that the command line uses. */
package linkdoctor.ui;
