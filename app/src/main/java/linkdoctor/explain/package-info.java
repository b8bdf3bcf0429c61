/** What a pasted Key Vault error means: its layer, who called from where for what, and what to do. No I/O, no clock. */
package linkdoctor.explain;
