/** What changed between two looks at the same vault. */
package linkdoctor.check.compare;
