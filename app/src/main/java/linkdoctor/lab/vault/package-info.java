/** The practice vaults' data plane: network gates, token, permission, secrets, in Azure's own order. */
package linkdoctor.lab.vault;
