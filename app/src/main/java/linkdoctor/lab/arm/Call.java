package linkdoctor.lab.arm;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.Rights;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** One authorised request to ARM, with all that answering it may need; {@code accounts} is everybody there is. */
public record Call(Request request, ArmPath path, Account caller, List<Account> accounts, Estate estate, Operations operations) {

    public ResourceId id() {
        return path.id();
    }

    /** The request's body as an object; empty when it has none. */
    public ObjectNode body() {
        return Json.parse(request.text()).filter(JsonNode::isObject).map(ObjectNode.class::cast)
                .orElseGet(Json::object);
    }

    public Rights rights() {
        return Rights.of(estate, caller);
    }

    /** Where the client reached us, so that links lead back here and nowhere else. */
    public String origin() {
        return "https://" + request.header("Host").orElse("management.azure.com");
    }

    public String apiVersion() {
        return request.query("api-version").orElse("");
    }

    public Optional<ObjectNode> document() {
        return estate.get(path.id());
    }
}
