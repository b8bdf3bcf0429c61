/** The kinds of Key Vault errors, each with how it is recognised and what is said of it. */
package linkdoctor.explain.kind;
