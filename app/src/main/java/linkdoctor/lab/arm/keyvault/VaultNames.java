package linkdoctor.lab.arm.keyvault;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Whether a vault name is still to be had, anywhere in Azure. */
final class VaultNames extends ResourceType {
    VaultNames() {
        super("Microsoft.KeyVault/checkNameAvailability");
    }

    @Override
    public String action(Call call) {
        return "Microsoft.KeyVault/checkNameAvailability/read";
    }

    @Override
    public Answer post(Call call) {
        String name = call.body().path("name").asText();
        ObjectNode answer = Json.object();
        if (!name.matches("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*") || name.length() < 3 || name.length() > 24) {
            answer.put("nameAvailable", false).put("reason", "AccountNameInvalid").put("message", "The vault name '"
                    + name + "' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must "
                    + "begin with a letter, end with a letter or digit, and not contain consecutive hyphens.");
        } else if (SoftDelete.find(call.estate(), name).isPresent() || call.estate().ofType(VaultResources.TYPE).stream()
                .anyMatch(vault -> vault.path("name").asText().equalsIgnoreCase(name))) {
            answer.put("nameAvailable", false).put("reason", "AlreadyExists").put("message", "The name '" + name
                    + "' is already in use.");
        } else {
            answer.put("nameAvailable", true);
        }
        return Answer.json(200, answer);
    }
}
