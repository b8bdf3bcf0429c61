/** HTTP/1.1 as it comes off a socket, bounded in size, for requests that carry no credentials. */
package linkdoctor.probe.https.http;
