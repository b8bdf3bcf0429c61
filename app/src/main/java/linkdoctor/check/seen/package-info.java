/**
 * What the facts mean together, for checks of several sections: which endpoint this client should use ({@code Reach}),
 * what a DNS answer says ({@code Resolution}), whether the vault is there, whether the private link works.
 */
package linkdoctor.check.seen;
