/** Requests and answers of the practice Azure's servers, apart from sockets. */
package linkdoctor.lab.http;
