/** What was observed, as immutable records with their evidence. Knows nothing but java.base. */
package linkdoctor.facts;
