/** A diagnosis in the words and the order in which every view tells it: text, page and report. */
package linkdoctor.check.verdict;
