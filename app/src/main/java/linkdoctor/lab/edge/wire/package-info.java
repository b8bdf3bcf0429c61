/** Sockets, HTTP/1.1 and TLS certificates of the practice Azure. */
package linkdoctor.lab.edge.wire;
