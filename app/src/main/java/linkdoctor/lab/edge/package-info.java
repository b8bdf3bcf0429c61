/** The practice network's edge: TLS, the CONNECT gateway, who reaches what, and the instance metadata service. */
package linkdoctor.lab.edge;
