/** The edge of the practice Azure: the gateway that lets clients in, and the servers behind it. */
package linkdoctor.lab.edge;
