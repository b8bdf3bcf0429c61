package linkdoctor.check.access;

import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.check.permission.Grant;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;

/** A vault asks either roles or access policies, never both. */
public final class ModelMatches implements Check {
    private static final Finding MISMATCH = Finding.warn("access.model-mismatch",
            "The caller's rights are given in the model that is not in force",
            "A vault looks at role assignments or at access policies, never at both, so rights in the other model do nothing; and "
                    + "Owner or Contributor, which govern the vault itself, open no secret in either. It happens when a vault is "
                    + "switched to roles, or a script made for the other model sets the rights.", Links.RBAC);

    @Override
    public String id() {
        return "access.model-matches";
    }

    @Override
    public String title() {
        return "The caller's rights are given in the model that is in force";
    }

    @Override
    public List<Finding> findings() {
        return List.of(MISMATCH);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Presence.vault(facts), facts.identity(), (vault, caller) -> {
            String model = vault.rbac() ? "role assignments" : "access policies";
            if (Answer.of(facts).filter(Answer.LET_IN::equals).isPresent()) {
                return Outcome.pass(vault.name() + " asks " + model + ", and lets the caller in.").because(facts.dataPlane());
            }
            return vault.rbac() ? underRoles(facts, vault, caller) : underPolicies(facts, vault, caller);
        });
    }

    private static Outcome underRoles(Snapshot facts, Vault vault, Identity caller) {
        List<Vault.AccessPolicy> policies = Rights.policies(facts, vault, caller);
        if (policies.isEmpty()) {
            return Outcome.pass(vault.name() + " asks role assignments, and has no access policy for " + caller.called() + ".");
        }
        return Given.the(facts.rights(), rights -> switch (Rights.dataRole(rights)) {
            case YES -> Outcome.pass(vault.name() + " asks role assignments, and " + caller.called() + " has a Key Vault data role.");
            case UNREAD -> Outcome.unknown("Whether " + caller.called() + " has a Key Vault data role cannot be read.",
                    "Microsoft.Authorization/permissions/read on the vault");
            case NO -> Outcome.problem(MISMATCH, vault.name() + " asks role assignments, and " + caller.called() + " has an access policy ("
                    + permissions(policies) + ") but no Key Vault data role.", Grant.role(facts));
        });
    }

    private static Outcome underPolicies(Snapshot facts, Vault vault, Identity caller) {
        if (!Rights.policies(facts, vault, caller).isEmpty()) {
            return Outcome.pass(vault.name() + " asks access policies, and has one for " + caller.called() + ".");
        }
        return Given.the(facts.rights(), rights -> switch (Rights.dataRole(rights)) {
            case NO -> Outcome.pass(vault.name() + " asks access policies, and " + caller.called() + " has no Key Vault data role to be confused with one.");
            case UNREAD -> Outcome.unknown("Whether " + caller.called() + " has a Key Vault data role cannot be read.",
                    "Microsoft.Authorization/permissions/read on the vault");
            // A policy may be for a group of the caller's that neither token nor directory names: then only a refusal tells.
            case YES -> vault.accessPolicies().isEmpty() || Rights.groups(facts).isPresent() || Answer.of(facts).filter(Answer.BY_POLICY::equals).isPresent()
                    ? Outcome.problem(MISMATCH, vault.name() + " asks access policies, and " + caller.called()
                            + " has a Key Vault data role but no access policy.", Grant.policy(facts))
                    : Outcome.unknown("The access policies of " + vault.name() + " name other principals, and one may be a group of "
                            + caller.called() + ".", "an authenticated request that the vault answers");
        }).because(facts.dataPlane());
    }

    private static String permissions(List<Vault.AccessPolicy> policies) {
        List<String> secrets = policies.stream().flatMap(one -> one.secrets().stream()).distinct().sorted().toList();
        return secrets.isEmpty() ? "none for secrets" : secrets.stream().collect(Collectors.joining(", ", "secrets: ", ""));
    }
}
