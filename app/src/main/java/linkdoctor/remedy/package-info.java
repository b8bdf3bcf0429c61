/** What to do about a finding, as data: nothing here runs anything. */
package linkdoctor.remedy;
