package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.AccessRights.DenyAssignment;
import linkdoctor.facts.azure.AccessRights.Permission;
import linkdoctor.facts.azure.AccessRights.RoleAssignment;

/** What role assignments and deny assignments allow, where the vault asks them. */
record ByRoles(Subject subject, AccessRights rights) {

    /** Whether a deny assignment is meant for the principal. */
    private enum Meant { YES, NO, MAYBE }

    Verdict of(VaultAction action) {
        List<DenyAssignment> denying = rights.denials().known().orElse(List.of()).stream()
                .filter(one -> one.denies().stream().anyMatch(permission -> permission.holdsData(action.dataAction()))).toList();
        List<Source> denied = denying.stream().filter(one -> meant(one) == Meant.YES).map(Source::of).toList();
        if (!denied.isEmpty()) {
            return new Verdict.Denied(denied);
        }
        Verdict given = given(action);
        Optional<DenyAssignment> doubt = denying.stream().filter(one -> meant(one) == Meant.MAYBE).findFirst();
        return doubt.isPresent() && given instanceof Verdict.Allowed ? new Verdict.Unknown("deny assignment " + doubt.get().name()
                + " may forbid it, for it names principals that may be groups of " + subject.name() + "; " + subject.unreadGroups().orElse("")) : given;
    }

    private Meant meant(DenyAssignment denial) {
        if (denial.excluded().stream().anyMatch(subject::is)) {
            return Meant.NO;
        }
        boolean unread = subject.unreadGroups().isPresent();
        if (denial.everyone() || denial.principals().stream().anyMatch(subject::is)) {
            return unread && !denial.excluded().isEmpty() ? Meant.MAYBE : Meant.YES;
        }
        return unread && !denial.principals().isEmpty() ? Meant.MAYBE : Meant.NO;
    }

    private Verdict given(VaultAction action) {
        List<RoleAssignment> assignments = rights.assignments().known().orElse(List.of());
        List<Source> by = assignments.stream().filter(one -> holds(allows(one).orElse(List.of()), action)).map(one -> Source.of(one, subject)).toList();
        if (!by.isEmpty()) {
            return new Verdict.Allowed(by);
        }
        // Azure's own sum for the caller also counts what a list leaves out.
        Optional<List<Permission>> sum = rights.permissions().known();
        if (sum.isPresent()) {
            return holds(sum.get(), action) ? new Verdict.Allowed(List.of(new Source("a role", "that the list of assignments does not show", "")))
                    : new Verdict.NotGiven(BuiltInRole.least(action.dataAction()));
        }
        Optional<RoleAssignment> closed = assignments.stream().filter(one -> allows(one).isEmpty()).findFirst();
        return Subject.why(rights.assignments()).or(() -> closed.map(one -> "what " + Source.of(one, subject).said() + " allows could not be read"))
                .<Verdict>map(Verdict.Unknown::new).orElseGet(() -> new Verdict.NotGiven(BuiltInRole.least(action.dataAction())));
    }

    private static boolean holds(List<Permission> permissions, VaultAction action) {
        return permissions.stream().anyMatch(one -> one.holdsData(action.dataAction()));
    }

    /** What a role allows: as it was read, or as Azure's own role of that name does. */
    static Optional<List<Permission>> allows(RoleAssignment assignment) {
        return assignment.allows().known().or(() -> BuiltInRole.of(assignment).map(role -> List.of(role.permission())));
    }

    /** What it says of itself beside the table. */
    Stream<String> gaps() {
        return Stream.concat(rights.denials() instanceof Probed.Seen ? Stream.of()
                        : Subject.why(rights.denials()).stream().map(why -> "Deny assignments could not be read, and one may forbid what roles allow: " + why),
                Stream.of("Rights on single secrets, keys or certificates are not looked at."));
    }
}
