/** The practice network: who stands where, and how far connections get. */
package linkdoctor.lab.edge.network;
