/** The session document: a diagnosis with all facts it rests on, to be opened later and elsewhere. */
package linkdoctor.session;
