/** The request's path as a picture: six hops from the client to the permission, and where it breaks. */
package linkdoctor.picture;
