/**
 * The practice Azure: one estate, and real servers on loopback that speak the real wire formats over it. Nothing
 * outside loopback is touched.
 */
package linkdoctor.lab;
