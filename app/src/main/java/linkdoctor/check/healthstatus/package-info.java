/** Guide section 7: how Key Vault itself says a request reached it. */
package linkdoctor.check.healthstatus;
