/** What checks of several sections see in the facts: whether the vault is there, whether the private link works. */
package linkdoctor.check.seen;
