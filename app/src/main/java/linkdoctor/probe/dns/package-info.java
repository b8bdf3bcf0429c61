/** DNS questions over our own sockets: the whole alias chain, no cache in between, every answer kept as a fact. */
package linkdoctor.probe.dns;
