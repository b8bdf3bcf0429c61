/** Requests to the vault without credentials: TCP, an HTTP proxy, TLS, and one GET. */
package linkdoctor.probe.https;
