/** Tables of what is known beforehand: Entra ID's numbers, the built-in roles, the words of clients. */
package linkdoctor.explain.known;
