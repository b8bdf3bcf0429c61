/** What stands in the place of identifiers and names in a document, and how these come back. */
package linkdoctor.session.alias;
