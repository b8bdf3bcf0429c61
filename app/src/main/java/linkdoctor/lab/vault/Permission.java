package linkdoctor.lab.vault;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.Rights;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;

/** Whether a caller may do something in a vault, by the model that is in force there. */
final class Permission {
    private final Estate estate;

    Permission(Estate estate) {
        this.estate = estate;
    }

    /** Why not; empty when it may. */
    Optional<Answer> refuses(JsonNode vault, Caller caller, Operation operation) {
        if (vault.path("properties").path("enableRbacAuthorization").asBoolean(false)) {
            ResourceId scope = ResourceId.of(vault.path("id").asText() + operation.below());
            Rights rights = Rights.of(estate, caller.account());
            return rights.allowsData(operation.dataAction(), scope) ? Optional.empty()
                    : Optional.of(Refusals.byRbac(vault, caller, operation, rights.denialOfData(operation.dataAction(), scope)));
        }
        return byPolicy(vault, caller.account(), operation) ? Optional.empty()
                : Optional.of(Refusals.byPolicy(vault, caller, operation));
    }

    private static boolean byPolicy(JsonNode vault, Account account, Operation operation) {
        return each(vault.path("properties").path("accessPolicies")).stream()
                .filter(policy -> concerns(policy.path("objectId").asText(), account))
                .flatMap(policy -> each(policy.path("permissions").path(operation.kind())).stream())
                .anyMatch(given -> given.asText().equalsIgnoreCase("all")
                        || given.asText().equalsIgnoreCase(operation.permission()));
    }

    private static boolean concerns(String objectId, Account account) {
        return objectId.equalsIgnoreCase(account.objectId())
                || account.groups().stream().anyMatch(objectId::equalsIgnoreCase);
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
