package linkdoctor.lab.arm.keyvault;

import java.util.List;

import linkdoctor.lab.arm.ResourceType;

/** The list of Key Vault's resource types. */
public final class KeyVaultTypes {
    private KeyVaultTypes() {
    }

    public static List<ResourceType> all() {
        return List.of(
                new VaultResources(),
                new AccessPolicyResources(),
                new ConnectionResources(),
                new PrivateLinkResources(),
                new DeletedVaultResources(),
                new DeletedVaultList(),
                new VaultNames(),
                new ResourceType("Microsoft.KeyVault/vaults/networkSecurityPerimeterConfigurations"));
    }
}
