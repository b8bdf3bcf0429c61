package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.permission.Grant;
import linkdoctor.check.permission.Permissions;
import linkdoctor.check.permission.Source;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.remedy.Remedy;

/** The vault's last question: may this caller do this. Whoever hears it has passed the network. */
public final class Allowed implements Check {
    private static final Finding ROLE = Finding.fail("access.role-missing",
            "The caller has no role that allows this",
            "The vault lets the request through its firewall; it asks for a role with data actions, and Owner or Contributor have none. The role "
                    + "was never given, was given at another vault or to another identity, or is so new that it has not arrived yet.",
            Links.RBAC);
    private static final Finding POLICY = Finding.fail("access.policy-missing",
            "The caller has no access policy that allows this",
            "The vault lets the request through its firewall; it asks for an access policy, and role assignments do not count in this model. The "
                    + "policy was never made, names another identity, or lacks the permission.", Links.ACCESS_POLICY);
    private static final Finding DENIED = Finding.fail("access.deny-assignment",
            "A deny assignment forbids what the caller's roles allow",
            "What a deny assignment forbids no role gives back, so another role changes nothing. Nobody makes one by hand: it comes from a deployment "
                    + "stack or a managed application that keeps what it made from being touched.", Links.DENY_ASSIGNMENTS);

    @Override
    public String id() {
        return "access.allowed";
    }

    @Override
    public String title() {
        return "The caller may list the vault's secrets";
    }

    @Override
    public List<Finding> findings() {
        return List.of(ROLE, POLICY, DENIED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.dataPlane(), read -> switch (Answer.of(read)) {
            case LET_IN -> Outcome.pass("The vault answered " + read.status() + ": network path and rights are fine.");
            case BY_ROLE -> role(facts, read);
            case BY_POLICY -> Outcome.problem(POLICY, who(facts) + " passes the network and is refused for want of an access policy: "
                    + spoken(read) + ".", Grant.policy(facts));
            case BY_CONNECTION, BY_FIREWALL -> Outcome.skipped("The request did not come as far as the caller's rights.");
            case OTHER_TENANT, BAD_TOKEN -> Outcome.skipped("The vault did not accept the token, so it did not look at rights.");
            case THROTTLED, OTHER -> Outcome.unknown("The vault's answer, " + read.status()
                    + read.error().map(error -> " " + Spoken.code(error)).orElse("") + ", says nothing of the caller's rights.", "");
        });
    }

    private static Outcome role(Snapshot facts, DataPlaneRead read) {
        Optional<String> denial = denial(facts, read);
        return denial.isPresent() ? Outcome.problem(DENIED, who(facts) + " passes the network and is refused by " + denial.get() + ": " + spoken(read) + ".",
                Remedy.byHand("Have " + denial.get() + " leave the caller alone",
                        "Open the vault, Access control (IAM), Deny assignments, to see whom it concerns and whom it leaves alone.",
                        "Where a deployment stack made it, its owner adds the caller to the excluded principals of the stack's deny settings; where a managed "
                        + "application made it, ask its publisher.")).because(facts.rights()) : missing(facts, read);
    }

    /** As the rights show it, or as the vault's refusal names it. */
    private static Optional<String> denial(Snapshot facts, DataPlaneRead read) {
        return Permissions.denial(facts).map(Source::said)
                .or(() -> read.error().flatMap(Spoken::denial).map(id -> "deny assignment " + id));
    }

    private static Outcome missing(Snapshot facts, DataPlaneRead read) {
        boolean given = facts.rights().known().filter(Rights::listsSecrets).isPresent();
        String said = who(facts) + " passes the network and is refused for want of a role: " + spoken(read)
                + (given ? "; a role that allows it is assigned, so it has not arrived yet" : "") + ".";
        Outcome outcome = given ? Outcome.problem(ROLE, said, Remedy.byHand("Wait until the role assignment arrives",
                "A new assignment takes some minutes, one through a group longer, and a token that names old groups must be renewed: sign in again.",
                "When it stays so, look for a deny assignment: open the vault, Access control (IAM), Deny assignments."))
                : Outcome.problem(ROLE, said, Grant.role(facts));
        return outcome.because(facts.rights()).because(facts.rights().known().stream()
                .flatMap(rights -> rights.permissions().evidence().stream()).toList());
    }

    private static String who(Snapshot facts) {
        return facts.identity().known().map(who -> who.displayName().isEmpty() ? "The caller " + who.called() : who.called()).orElse("The caller");
    }

    /** The action where the message names it, and the code. */
    private static String spoken(DataPlaneRead read) {
        return read.error().map(error -> Spoken.action(error).map(action -> action + ", ").orElse("") + Spoken.code(error))
                .orElse(Integer.toString(read.status()));
    }
}
