/** What is given at a scope in the practice Azure: roles, permissions, policies, locks, diagnostic settings. */
package linkdoctor.lab.arm.authorization;
