/** A survey: which fact waits for which, and where they come in. */
package linkdoctor.probe.survey;
