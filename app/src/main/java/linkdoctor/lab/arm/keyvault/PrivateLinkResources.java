package linkdoctor.lab.arm.keyvault;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** What a vault offers to private endpoints: one group, and the zone name that it requires. */
final class PrivateLinkResources extends ResourceType {
    PrivateLinkResources() {
        super("Microsoft.KeyVault/vaults/privateLinkResources");
    }

    @Override
    public Answer list(Call call) {
        return Answer.json(200, Json.object("""
                {"value": [{
                  "id": "%s/privateLinkResources/vault",
                  "name": "vault",
                  "type": "Microsoft.KeyVault/vaults/privateLinkResources",
                  "properties": {
                    "groupId": "vault",
                    "requiredMembers": ["default"],
                    "requiredZoneNames": ["privatelink.vaultcore.azure.net"]
                  }
                }]}""".formatted(call.path().parent().text())));
    }
}
