/** The practice Azure Monitor: the audit log of its vaults, from requests that really came, and Log Analytics that is asked for it. */
package linkdoctor.lab.monitor;
