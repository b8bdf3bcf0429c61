/** Guide section 8: what stands around this machine and changes names or ways. */
package linkdoctor.check.environment;
