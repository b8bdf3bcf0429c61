/** What to do about a finding, as data, and how to tell that it is done or to take it back: nothing here runs anything. */
package linkdoctor.remedy;
