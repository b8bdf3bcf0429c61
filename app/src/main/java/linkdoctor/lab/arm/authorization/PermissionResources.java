package linkdoctor.lab.arm.authorization;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** The caller's effective permissions at a scope, one entry for each of his role assignments there. */
final class PermissionResources extends InheritedResources {
    PermissionResources() {
        super("Microsoft.Authorization/permissions");
    }

    @Override
    public Answer list(Call call) {
        ObjectNode body = Json.object();
        body.putArray("value").addAll(List.copyOf(call.rights().permissions(call.path().scope())));
        return Answer.json(200, body);
    }
}
