package linkdoctor.check.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Remedy;

/** The tables of all principals that were looked at: the signed-in identity first, then those that were asked about. */
public final class Permissions {
    private Permissions() {
    }

    /** The signed-in identity's table; empty when nobody is signed in. */
    public static Optional<PermissionTable> caller(Snapshot facts) {
        return facts.identity().known().map(caller -> table(facts, Subject.of(caller, facts.rights())));
    }

    /** The deny assignment that forbids listing secrets, as this program does, to the signed-in identity. */
    public static Optional<Source> denial(Snapshot facts) {
        return caller(facts).stream().flatMap(table -> table.rows().stream()).filter(row -> row.action().kind() == ObjectKind.SECRETS
                && row.action().word().equals("list")).flatMap(row -> row.verdict() instanceof Verdict.Denied(List<Source> by) ? by.stream() : Stream.of()).findFirst();
    }

    /** Empty when nobody is signed in. */
    public static List<PermissionTable> of(Snapshot facts) {
        Stream<PermissionTable> others = facts.principals().known().stream().flatMap(List::stream).map(other -> table(facts, Subject.of(other)));
        return Stream.concat(caller(facts).stream(), others).toList();
    }

    private static PermissionTable table(Snapshot facts, Subject subject) {
        Probed<Vault> vault = Presence.vault(facts);
        return switch (vault) {
            case Probed.Seen<Vault>(Vault seen, var from) -> table(facts, subject, seen);
            case Probed.Failed<Vault> failed -> unknown(subject, Subject.why(failed));
            case Probed.NotTried<Vault> none -> unknown(subject, Subject.why(none));
        };
    }

    private static PermissionTable unknown(Subject subject, Optional<String> why) {
        return new PermissionTable(subject.name(), subject.about(), "Which permission model is in force could not be read. " + why.orElse(""), List.of(),
                List.of(), List.of());
    }

    private static PermissionTable table(Snapshot facts, Subject subject, Vault vault) {
        Optional<AccessRights> rights = subject.rights().known();
        if (vault.rbac() && rights.isEmpty()) {
            return new PermissionTable(subject.name(), subject.about(), "Roles are asked. " + Subject.why(subject.rights()).orElse(""), List.of(), List.of(),
                    List.of());
        }
        List<PermissionTable.Row> rows = vault.rbac() ? rows(new ByRoles(subject, rights.orElseThrow())) : rows(new ByPolicies(subject, vault));
        List<String> remarks = new ArrayList<>(Traps.of(subject, vault, rows));
        remarks.addAll(vault.rbac() ? new ByRoles(subject, rights.orElseThrow()).gaps().toList() : new ByPolicies(subject, vault).gaps().toList());
        return new PermissionTable(subject.name(), subject.about(), vault.rbac() ? "Azure roles are in force; access policies count for nothing."
                : "Access policies are in force; roles count for nothing with what the vault keeps.", rows, remarks, remedies(facts, subject, vault, rows));
    }

    private static List<PermissionTable.Row> rows(ByRoles by) {
        return VaultAction.ALL.stream().map(action -> new PermissionTable.Row(action, by.of(action))).toList();
    }

    private static List<PermissionTable.Row> rows(ByPolicies by) {
        return VaultAction.ALL.stream().map(action -> new PermissionTable.Row(action, by.of(action))).toList();
    }

    private static List<Remedy> remedies(Snapshot facts, Subject subject, Vault vault, List<PermissionTable.Row> rows) {
        boolean wanting = rows.stream().anyMatch(row -> row.action().kind() == ObjectKind.SECRETS && row.action().word().equals("get")
                && row.verdict() instanceof Verdict.NotGiven);
        Grant.Receiver receiver = new Grant.Receiver(subject.objectId(), subject.name(), subject.type());
        return !wanting ? List.of() : List.of(vault.rbac() ? Grant.role(facts, receiver) : Grant.policy(facts, receiver));
    }
}
