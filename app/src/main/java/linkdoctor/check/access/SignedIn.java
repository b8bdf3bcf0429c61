package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.EntraErrors;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.remedy.Remedy;

/** Before a right is looked at, the vault wants a token that it accepts. */
public final class SignedIn implements Check {
    private static final Finding TOKEN = Finding.fail("access.token-failed",
            "No token could be had that Azure accepts",
            "Without a token neither Azure Resource Manager nor the vault answers. A Conditional Access policy may block this way "
                    + "of signing in, the account or the secret may have expired, or the token was made for another audience.",
            Links.AUTHENTICATION);

    @Override
    public String id() {
        return "access.signed-in";
    }

    @Override
    public String title() {
        return "The caller gets a token";
    }

    @Override
    public List<Finding> findings() {
        return List.of(TOKEN);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return (switch (facts.identity()) {
            case Probed.NotTried<Identity>(String why) -> !facts.target().legalName() ? Outcome.skipped(why)
                    : Outcome.unknown(why, "a sign-in");
            case Probed.Failed<Identity>(Failure failure, var from) -> failure.kind() == Failure.Kind.NOT_SIGNED_IN
                    ? failed(failure) : Outcome.unknown(failure);
            case Probed.Seen<Identity>(Identity caller, var from) -> atVault(facts, caller);
        }).because(facts.identity());
    }

    private static Outcome atVault(Snapshot facts, Identity caller) {
        if (facts.dataPlane().trouble().filter(failure -> failure.kind() == Failure.Kind.NOT_SIGNED_IN).isPresent()) {
            return failed(facts.dataPlane().trouble().get()).because(facts.dataPlane());
        }
        if (Answer.of(facts).filter(Answer.BAD_TOKEN::equals).isPresent()) {
            String message = facts.dataPlane().known().flatMap(DataPlaneRead::error).map(error -> ": " + Spoken.firstLine(error)).orElse("");
            return Outcome.problem(TOKEN, "The vault refuses the token of " + caller.called() + " with 401" + message + ".", signIn())
                    .because(facts.dataPlane());
        }
        String guest = caller.guest() ? ", a guest" + caller.homeTenant().map(home -> " from tenant " + home + ",").orElse(",") : "";
        return Outcome.pass("Signed in as " + caller.called() + guest + " at tenant " + caller.tenant() + " by " + caller.method()
                + (facts.dataPlane().known().isPresent() ? ", with a token for " + facts.target().cloud().vaultAudience() + " too" : "") + ".");
    }

    private static Outcome failed(Failure failure) {
        Optional<EntraErrors.Obstacle> obstacle = EntraErrors.number(failure.said()).map(EntraErrors::obstacle);
        return obstacle.isEmpty() ? Outcome.problem(TOKEN, failure.said(), signIn())
                : Outcome.problem(TOKEN, failure.said(), Remedy.byHand("Get past what stands in the way of the sign-in", obstacle.get().todo().toArray(String[]::new)),
                        signIn());
    }

    private static Remedy signIn() {
        return Remedy.byHand("Sign in another way",
                "Sign in another way: browser, device code, Azure CLI, managed identity or environment variables (--auth).",
                "Name the vault's tenant (--tenant) when the account belongs to several.",
                "When a policy blocks the sign-in, its AADSTS number tells the tenant's administrator which one; without a sign-in (--no-sign-in) DNS, "
                        + "TLS and the live request can still be checked.");
    }
}
