package linkdoctor.lab.arm.authorization;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Rights;
import linkdoctor.lab.arm.ArmPath;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;

/**
 * What is given at a scope and holds for all below it: role, policy and deny assignments, locks. A list shows those of
 * the scope, of all above it and, unless {@code atScope()} is asked, of all below it.
 */
class InheritedResources extends ResourceType {
    InheritedResources(String type) {
        super(type);
    }

    @Override
    public Optional<Answer> orphan(Call call) {
        return Optional.empty();
    }

    @Override
    public boolean open(Call call) {
        // Built-in definitions stand above all subscriptions, for everybody to read.
        return call.request().method().equals("GET") && call.path().scope().text().isEmpty();
    }

    @Override
    public List<ObjectNode> members(Call call) {
        String scope = call.path().scope().text();
        boolean below = !call.request().query("$filter").orElse("").contains("atScope()");
        return call.estate().ofType(type()).stream().filter(document -> {
            String given = given(document);
            return Rights.covers(given, scope) || below && Rights.covers(scope, given);
        }).toList();
    }

    /** Whoever may read a scope sees what holds there, wherever it was given. */
    @Override
    public boolean visible(ObjectNode member, Call call) {
        return Rights.covers(given(member), call.path().scope().text()) || super.visible(member, call);
    }

    /** The scope at which a document holds. */
    static String given(ObjectNode document) {
        return ArmPath.of(ResourceId.of(document.path("id").asText())).scope().text();
    }
}
