/** How we look: what the probes of the four outside worlds have in common. No opinions here. */
package linkdoctor.probe;
