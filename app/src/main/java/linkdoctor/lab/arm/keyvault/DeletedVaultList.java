package linkdoctor.lab.arm.keyvault;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;

/** The soft-deleted vaults of a subscription. */
final class DeletedVaultList extends ResourceType {
    DeletedVaultList() {
        super(SoftDelete.TYPE);
    }

    @Override
    public ObjectNode shown(ObjectNode document, Call call) {
        return SoftDelete.shown(document);
    }

    @Override
    public List<ObjectNode> members(Call call) {
        return call.estate().below(call.path().scope(), SoftDelete.TYPE);
    }
}
