package linkdoctor.lab.arm.authorization;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.Roles;
import linkdoctor.lab.arm.Call;

/** Role definitions: Azure's built-in ones, shown under the subscription that asks. */
final class RoleDefinitionResources extends InheritedResources {
    private static final Pattern NAME = Pattern.compile("roleName\\s+eq\\s+'([^']*)'", Pattern.CASE_INSENSITIVE);

    RoleDefinitionResources() {
        super("Microsoft.Authorization/roleDefinitions");
    }

    @Override
    public boolean open(Call call) {
        return call.request().method().equals("GET");
    }

    @Override
    public List<ObjectNode> members(Call call) {
        Matcher wanted = NAME.matcher(call.request().query("$filter").orElse(""));
        String name = wanted.find() ? wanted.group(1) : "";
        return Roles.all().stream().filter(role -> name.isEmpty()
                || role.path("properties").path("roleName").asText().equalsIgnoreCase(name)).toList();
    }

    @Override
    public boolean visible(ObjectNode member, Call call) {
        return true;
    }

    @Override
    public ObjectNode shown(ObjectNode role, Call call) {
        String subscription = call.id().subscription();
        return subscription.isEmpty() ? role
                : role.put("id", "/subscriptions/" + subscription + role.path("id").asText());
    }

    @Override
    protected Optional<ObjectNode> document(Call call) {
        return Roles.byId(call.id().text());
    }
}
