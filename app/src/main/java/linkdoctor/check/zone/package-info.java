/** Guide section 6: the private DNS zone, its links and the vault's record. */
package linkdoctor.check.zone;
