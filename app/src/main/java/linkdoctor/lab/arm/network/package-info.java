/** The network's resource types in the practice Azure, private DNS included, with what writing them does elsewhere. */
package linkdoctor.lab.arm.network;
