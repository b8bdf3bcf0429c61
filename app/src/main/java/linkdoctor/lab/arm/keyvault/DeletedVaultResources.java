package linkdoctor.lab.arm.keyvault;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;

/** One soft-deleted vault, at its region; may be purged. */
final class DeletedVaultResources extends ResourceType {
    DeletedVaultResources() {
        super("Microsoft.KeyVault/locations/deletedVaults");
    }

    @Override
    public Optional<Answer> orphan(Call call) {
        return Optional.empty();
    }

    @Override
    public Answer get(Call call) {
        return SoftDelete.find(call.estate(), call.path().name())
                .map(deleted -> Answer.json(200, SoftDelete.shown(deleted)))
                .orElseGet(() -> missing(call.path().name()));
    }

    @Override
    public Answer post(Call call) {
        String name = call.path().above().name();
        Optional<ObjectNode> deleted = SoftDelete.find(call.estate(), name);
        if (deleted.isEmpty()) {
            return missing(name);
        }
        if (deleted.get().path("properties").path("purgeProtectionEnabled").asBoolean()) {
            return ArmErrors.of(409, "DeletedVaultPurge", "Operation \"purge\" is not allowed because purge protection "
                    + "is enabled for this vault. Key Vault service will automatically purge it after the retention "
                    + "period has passed.");
        }
        SoftDelete.purge(call.estate(), deleted.get());
        return call.operations().vault(call);
    }

    private static Answer missing(String name) {
        return ArmErrors.of(404, "DeletedVaultNotFound", "The specified deleted vault '" + name + "' does not exist.");
    }
}
