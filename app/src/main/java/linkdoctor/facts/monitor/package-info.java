/** What Azure Monitor knows: the workspaces that can keep a vault's log, and what one of them says of its requests. */
package linkdoctor.facts.monitor;
