/** This machine: its addresses, hosts file, metadata service and the ways out of it. */
package linkdoctor.probe.host;
