/** Opinions: pure functions from a snapshot to outcomes, and what follows from what. No I/O, no clock. */
package linkdoctor.check;
