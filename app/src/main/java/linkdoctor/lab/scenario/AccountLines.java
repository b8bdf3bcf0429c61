package linkdoctor.lab.scenario;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Rights;
import linkdoctor.lab.Roles;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Json;

/** Instructions that give and take rights. */
final class AccountLines {
    private static final String ASSIGNMENT = "Microsoft.Authorization/roleAssignments";

    private AccountLines() {
    }

    static void follow(Line line, Stage stage) {
        switch (line.verb()) {
            case "deny" -> {
                String[] parts = line.parts(2, "WHO ACTION-PREFIX @ DOCUMENT");
                String[] rule = rule(line, parts[1]);
                stage.accounts(line, parts[0], account -> account.without(
                        rule[0] + " @ " + (rule[1].equals("everything") ? "/" : Names.id(line, rule[1]).text())));
            }
            case "account" -> {
                String[] parts = line.parts(3, "WHO tenant TENANT-ID, WHO guest HOME-TENANT-ID, WHO group NAME, WHO beside NAME or WHO without identity");
                switch (parts[1]) {
                    case "tenant" -> stage.accounts(line, parts[0], account -> account.in(parts[2]));
                    case "guest" -> stage.accounts(line, parts[0], account -> account.guestFrom(parts[2]));
                    case "group" -> {
                        Account group = group(stage, parts[2]);
                        stage.accounts(line, parts[0], account -> account.memberOf(group.objectId()));
                    }
                    case "beside" -> List.copyOf(stage.accounts).stream().filter(account -> Names.means(line, parts[0], account))
                            .forEach(account -> stage.accounts.add(new Account(account.kind(), parts[2], "", account.tenant(), Names.guid(parts[2]),
                                    Names.guid(parts[2] + " client"), parts[2], List.of(), List.of())));
                    case "without" -> stage.accounts.removeIf(account -> Names.means(line, parts[0], account));
                    default -> throw new BadLine(line, "\"" + parts[1] + "\" is none of tenant, guest, group, beside and without.");
                }
            }
            default -> {
                String[] parts = line.parts(2, "WHO ROLE @ DOCUMENT");
                String[] rule = rule(line, parts[1]);
                ObjectNode role = Roles.named(rule[0]).orElseThrow(
                        () -> new BadLine(line, "there is no role called \"" + rule[0] + "\"."));
                ResourceId scope = Names.id(line, rule[1]);
                for (Account account : List.copyOf(stage.accounts)) {
                    if (Names.means(line, parts[0], account)) {
                        if (line.verb().equals("grant")) {
                            grant(stage, account, role, scope);
                        } else {
                            revoke(line, stage, account, role, scope);
                        }
                    }
                }
            }
        }
    }

    private static String[] rule(Line line, String text) {
        String[] parts = text.split("\\s*@\\s*", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new BadLine(line, "after \"@\" stands the document that it is about.");
        }
        return new String[] {parts[0].strip(), parts[1].strip()};
    }

    /** The group of this name, which comes to be when it is first named. */
    private static Account group(Stage stage, String name) {
        Optional<Account> known = stage.accounts.stream().filter(account -> account.kind().equals("group")
                && account.displayName().equals(name)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Account group = new Account("group", "", "", HealthyEstate.TENANT, Names.guid(name), "", name, List.of(), List.of());
        stage.accounts.add(group);
        return group;
    }

    private static void grant(Stage stage, Account account, ObjectNode role, ResourceId scope) {
        String name = Names.guid(account.objectId() + role.path("name").asText() + scope);
        ResourceId id = ResourceId.of(scope.text() + "/providers/" + ASSIGNMENT + "/" + name);
        ObjectNode assignment = Json.object();
        assignment.putObject("properties")
                .put("roleDefinitionId", (scope.subscription().isEmpty() ? "" : "/subscriptions/" + scope.subscription())
                        + role.path("id").asText())
                .put("principalId", account.objectId())
                .put("principalType", switch (account.kind()) {
                    case "user" -> "User";
                    case "group" -> "Group";
                    default -> "ServicePrincipal";
                })
                .put("scope", scope.text()).putNull("condition").putNull("conditionVersion")
                .put("createdOn", "2026-03-02T08:20:30.9785171Z").put("updatedOn", "2026-03-02T08:20:30.9785171Z")
                .put("createdBy", HealthyEstate.ADMIN.objectId()).put("updatedBy", HealthyEstate.ADMIN.objectId())
                .putNull("delegatedManagedIdentityResourceId").putNull("description");
        assignment.put("id", id.text()).put("type", ASSIGNMENT).put("name", name);
        stage.estate.put(id, assignment);
    }

    private static void revoke(Line line, Stage stage, Account account, ObjectNode role, ResourceId scope) {
        List<ObjectNode> found = Rights.of(stage.estate, account).assignments(scope).stream()
                .filter(one -> ResourceId.of(one.path("properties").path("scope").asText()).equals(scope)
                        && ResourceId.of(one.path("properties").path("roleDefinitionId").asText()).name()
                                .equalsIgnoreCase(role.path("name").asText())).toList();
        if (found.isEmpty()) {
            throw new BadLine(line, account.displayName() + " does not have that role there.");
        }
        found.forEach(one -> stage.estate.remove(ResourceId.of(one.path("id").asText())));
    }
}
