package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.https.Challenge;
import linkdoctor.remedy.Remedy;

/** A vault accepts tokens of its own tenant alone. */
public final class RightTenant implements Check {
    private static final Finding WRONG = Finding.fail("access.wrong-tenant",
            "The sign-in is at another tenant than the vault's",
            "A vault trusts the tokens of one tenant, and Azure Resource Manager shows only what belongs to the tenant of the "
                    + "sign-in. Accounts that are guests elsewhere sign in at their home tenant by default, and a subscription "
                    + "that moved to another tenant leaves its vaults with the old one.", Links.AUTHENTICATION);

    @Override
    public String id() {
        return "access.right-tenant";
    }

    @Override
    public String title() {
        return "The sign-in is at the vault's tenant";
    }

    @Override
    public List<Finding> findings() {
        return List.of(WRONG);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.identity(), caller -> judge(facts, caller)).because(facts.vault(), facts.challenge(), facts.dataPlane());
    }

    private static Outcome judge(Snapshot facts, Identity caller) {
        Optional<Vault> seen = Presence.vault(facts).known();
        Optional<String> home = facts.challenge().known().flatMap(Challenge::tenant)
                .or(() -> seen.map(Vault::tenant).filter(tenant -> !tenant.isBlank()));
        Optional<Answer> answer = Answer.of(facts);
        if (answer.filter(Answer::passedNetwork).isPresent()) {
            return Outcome.pass("The vault accepts the token of tenant " + caller.tenant() + ".");
        }
        if (answer.filter(Answer.OTHER_TENANT::equals).isPresent()) {
            return wrong(facts, caller, home, ", and the vault refuses its token");
        }
        if (home.isEmpty()) {
            return Outcome.unknown("The vault's tenant is not known.", "a request to the vault, or Microsoft.KeyVault/vaults/read on it");
        }
        if (home.get().equalsIgnoreCase(caller.tenant())) {
            return Outcome.pass("The sign-in and the vault are at tenant " + caller.tenant() + ".");
        }
        return invisible(facts) ? wrong(facts, caller, home, ", and Azure Resource Manager does not show the vault")
                : Outcome.unknown("The sign-in is at tenant " + caller.tenant() + " and the vault belongs to tenant " + home.get()
                        + ", but the vault has not said yet whether it takes the token.", "a sign-in at tenant " + home.get());
    }

    private static boolean invisible(Snapshot facts) {
        return facts.vault().known().filter(search -> search.vault().isEmpty() && search.deleted().isEmpty()).isPresent()
                || facts.vault().trouble().filter(failure -> failure.kind() == Failure.Kind.DENIED
                || failure.kind() == Failure.Kind.NOT_FOUND).isPresent();
    }

    private static Outcome wrong(Snapshot facts, Identity caller, Optional<String> home, String proof) {
        String said = "The sign-in is at tenant " + caller.tenant()
                + home.filter(tenant -> !tenant.equalsIgnoreCase(caller.tenant())).map(tenant -> ", the vault belongs to tenant " + tenant).orElse("")
                + proof + ".";
        String tenant = home.map(id -> " " + id).orElse("");
        return Outcome.problem(WRONG, said, Remedy.byHand("Sign in at the vault's tenant" + tenant,
                home.map(id -> "Sign in at tenant " + id + " (--tenant); for the Azure CLI, az login --tenant " + id + ".")
                        .orElse("Sign in with the id of the vault's tenant (--tenant)."),
                "When the subscription was moved to another tenant, the vault " + facts.target().vault()
                        + " must be moved too: its tenant id is changed by an update of the vault, and its access policies are made anew."));
    }
}
