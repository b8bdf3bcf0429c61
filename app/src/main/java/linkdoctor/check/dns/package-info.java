/** Guide section 5: what the vault's name resolves to for this machine. */
package linkdoctor.check.dns;
