/**
 * The practice Azure Resource Manager: requests in, answers out, over the estate; sockets, TLS and tokens are the
 * edge's business. What each resource type does stands in {@code resources}.
 */
package linkdoctor.lab.arm;
