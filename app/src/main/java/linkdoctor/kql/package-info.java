/** Questions to a workspace that keeps a vault's audit log, written in KQL from facts. */
package linkdoctor.kql;
