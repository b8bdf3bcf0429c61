/** What is known beforehand: the words of clients. */
package linkdoctor.explain.known;
