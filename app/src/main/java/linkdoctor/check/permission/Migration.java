package linkdoctor.check.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.Vault.AccessPolicy;

/**
 * How to go over from access policies to roles, by hand: what each policy becomes, what is won and lost by it, and the order.
 *
 * @param entries one for each access policy
 * @param steps   in order
 */
public record Migration(List<Entry> entries, List<Step> steps) {
    public Migration {
        entries = List.copyOf(entries);
        steps = List.copyOf(steps);
    }

    /**
     * What a policy becomes.
     *
     * @param given what it gives, "get, list for secrets"
     * @param more  what the roles give beyond it
     * @param lost  what no role gives
     */
    public record Entry(String objectId, String given, List<BuiltInRole> roles, List<String> more, List<String> lost) {
        public Entry {
            roles = List.copyOf(roles);
            more = List.copyOf(more);
            lost = List.copyOf(lost);
        }

        /** "Key Vault Secrets User and Key Vault Reader", or that there is none. */
        public String becomes() {
            return roles.isEmpty() ? "no role" : roles.stream().map(BuiltInRole::title).collect(Collectors.joining(" and "));
        }
    }

    /** Something to do, and the commands that do it. */
    public record Step(String text, List<String> commands) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    /** Empty where access policies are not in force, or there is none. */
    public static Optional<Migration> of(Snapshot facts) {
        return Presence.vault(facts).known().filter(vault -> !vault.rbac() && !vault.accessPolicies().isEmpty()).map(Migration::of);
    }

    private static Migration of(Vault vault) {
        List<Entry> entries = vault.accessPolicies().stream().map(Migration::entry).toList();
        return new Migration(entries, steps(vault.id(), entries));
    }

    private static Entry entry(AccessPolicy policy) {
        List<BuiltInRole> roles = new ArrayList<>();
        List<VaultAction> wanted = VaultAction.ALL.stream().filter(action -> action.kind().of(policy).stream().anyMatch(action::givenBy)).toList();
        List<String> lost = new ArrayList<>(Stream.of(ObjectKind.values()).flatMap(kind -> kind.of(policy).stream()
                .filter(word -> VaultAction.ALL.stream().noneMatch(action -> action.kind() == kind && action.givenBy(word)))
                .map(word -> word + " for " + kind.word())).toList());
        policy.applicationId().filter(id -> !id.isBlank()).ifPresent(id -> lost.add("that it counts with application " + id + " alone"));
        for (ObjectKind kind : ObjectKind.values()) {
            List<VaultAction> left = wanted.stream().filter(action -> action.kind() == kind
                    && roles.stream().noneMatch(role -> role.allows(action.dataAction()))).toList();
            BuiltInRole.least(left).or(() -> left.isEmpty() ? Optional.empty() : Optional.of(BuiltInRole.ADMINISTRATOR)).ifPresent(roles::add);
        }
        List<BuiltInRole> enough = roles.contains(BuiltInRole.ADMINISTRATOR) ? List.of(BuiltInRole.ADMINISTRATOR) : roles;
        return new Entry(policy.objectId(), Stream.of(ObjectKind.values()).filter(kind -> !kind.of(policy).isEmpty())
                .map(kind -> String.join(", ", kind.of(policy)) + " for " + kind.word()).collect(Collectors.joining("; ")), enough, more(enough, wanted), lost);
    }

    private static List<String> more(List<BuiltInRole> roles, List<VaultAction> wanted) {
        return Stream.of(ObjectKind.values()).flatMap(kind -> {
            String words = VaultAction.ALL.stream().filter(action -> action.kind() == kind && !wanted.contains(action)
                    && roles.stream().anyMatch(role -> role.allows(action.dataAction()))).map(VaultAction::word).collect(Collectors.joining(", "));
            return words.isEmpty() ? Stream.of() : Stream.of(words + " for " + kind.word());
        }).toList();
    }

    private static List<Step> steps(ResourceId vault, List<Entry> entries) {
        List<String> assign = entries.stream().flatMap(entry -> entry.roles().stream().map(role -> CommandLine.of("az", "role", "assignment", "create",
                "--assignee", entry.objectId(), "--role", role.title(), "--scope", vault.text(), "--subscription", vault.subscription()).bash())).distinct().toList();
        List<String> look = new ArrayList<>(List.of("linkdoctor", "check", vault.name()));
        entries.stream().map(Entry::objectId).distinct().forEach(id -> look.addAll(List.of("--principal", id)));
        return List.of(
                new Step("Assign the roles first. Nothing changes by it, for the vault still asks the access policies.", assign),
                new Step("Wait ten minutes, then see that every principal has its role: the note on rights that count for nothing names them.",
                        List.of(new CommandLine(look).bash())),
                new Step("Switch the vault over. It takes Microsoft.Authorization/roleAssignments/write, which Owner and User Access Administrator have; from here "
                        + "on the access policies count for nothing.", List.of(switched(vault, "true"))),
                new Step("Try each application. Where one is refused, switch back: the access policies are still there.", List.of(switched(vault, "false"))),
                new Step("When all has worked for some weeks, delete the access policies, lest someone takes them for rights.",
                        entries.stream().map(Entry::objectId).distinct().map(id -> CommandLine.of("az", "keyvault", "delete-policy", "-g", vault.resourceGroup(),
                                "-n", vault.name(), "--object-id", id, "--subscription", vault.subscription()).bash()).toList()));
    }

    private static String switched(ResourceId vault, String rbac) {
        return CommandLine.of("az", "keyvault", "update", "-g", vault.resourceGroup(), "-n", vault.name(), "--enable-rbac-authorization", rbac,
                "--subscription", vault.subscription()).bash();
    }
}
