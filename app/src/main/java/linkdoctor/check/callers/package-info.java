/** Who gets in: callers against the vault's gates in the order in which Azure judges them, now and after the proposed fix. */
package linkdoctor.check.callers;
