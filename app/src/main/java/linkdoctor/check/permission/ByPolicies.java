package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.Vault.AccessPolicy;

/** What access policies allow, where the vault asks them. */
record ByPolicies(Subject subject, Vault vault) {

    Verdict of(VaultAction action) {
        List<AccessPolicy> giving = vault.accessPolicies().stream()
                .filter(one -> action.kind().of(one).stream().anyMatch(action::givenBy)).toList();
        List<Source> by = giving.stream().filter(one -> subject.is(one.objectId()) && comes(one)).map(this::source).toList();
        if (!by.isEmpty()) {
            return new Verdict.Allowed(by);
        }
        Optional<String> unread = subject.unreadGroups();
        return giving.stream().anyMatch(one -> !subject.is(one.objectId())) && unread.isPresent()
                ? new Verdict.Unknown("an access policy gives it to another principal, which may be a group of " + subject.name() + "; " + unread.get())
                : new Verdict.NotGiven(Optional.empty());
    }

    /** A policy for a user who comes with one application counts with that application alone. */
    private boolean comes(AccessPolicy policy) {
        return policy.applicationId().filter(id -> !id.isBlank()).map(id -> id.equalsIgnoreCase(subject.appId())).orElse(true);
    }

    private Source source(AccessPolicy policy) {
        return new Source("an access policy", "on the vault", subject.through(policy.objectId()));
    }

    /** What it says of itself beside the table. */
    Stream<String> gaps() {
        return vault.accessPolicies().stream().filter(one -> subject.is(one.objectId()) && !comes(one)).findFirst()
                .map(one -> "An access policy counts only together with application " + one.applicationId().orElse("") + ".").stream();
    }
}
