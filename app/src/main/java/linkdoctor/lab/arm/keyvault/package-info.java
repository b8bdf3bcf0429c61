/** Key Vault's resource types in the practice Azure, with what writing them does elsewhere. */
package linkdoctor.lab.arm.keyvault;
