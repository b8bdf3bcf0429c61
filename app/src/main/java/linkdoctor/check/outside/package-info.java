/** Callers that stand in no network of one's own: the services that the firewall trusts, and how the others get in. */
package linkdoctor.check.outside;
