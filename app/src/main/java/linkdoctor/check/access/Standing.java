package linkdoctor.check.access;

import java.util.Optional;

import linkdoctor.check.access.RepairRights.Known;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.https.Challenge;

/**
 * How the signed-in identity stands at a gate of the vault that asks who is there, wherever it comes from.
 *
 * @param said  one sentence
 * @param rests the fact that it rests on, in a few words
 */
public record Standing(Known known, String said, String rests) {

    /** Whether the vault takes its token. */
    public static Standing token(Snapshot facts) {
        return switch (facts.identity()) {
            case Probed.NotTried<Identity>(String why) -> new Standing(Known.UNKNOWN, "Nobody is signed in: " + why, "no sign-in");
            case Probed.Failed<Identity>(Failure failure, var evidence) -> failure.kind() == Failure.Kind.NOT_SIGNED_IN
                    ? new Standing(Known.NOT_HELD, failure.said(), "the sign-in failed") : new Standing(Known.UNKNOWN, failure.said(), "no sign-in");
            case Probed.Seen<Identity>(Identity caller, var evidence) -> token(facts, caller);
        };
    }

    private static Standing token(Snapshot facts, Identity caller) {
        Optional<Heard> heard = Heard.of(facts);
        String who = caller.called();
        Optional<Answer> answer = heard.map(Heard::answer);
        if (answer.filter(Answer::passedNetwork).isPresent()) {
            return new Standing(Known.HELD, "The vault takes the token of " + who + ".", heard.get().said());
        }
        if (answer.filter(one -> one == Answer.OTHER_TENANT || one == Answer.BAD_TOKEN).isPresent()) {
            return new Standing(Known.NOT_HELD, "The vault does not take the token of " + who + ".", heard.get().said());
        }
        Optional<String> home = facts.challenge().known().flatMap(Challenge::tenant)
                .or(() -> Presence.vault(facts).known().map(Vault::tenant).filter(one -> !one.isBlank()));
        return home.map(tenant -> tenant.equalsIgnoreCase(caller.tenant())
                        ? new Standing(Known.HELD, who + " is signed in at the vault's tenant.", "tenant " + tenant)
                        : new Standing(Known.NOT_HELD, "The vault takes tokens of tenant " + tenant + " alone, and " + who + " is signed in at tenant "
                                + caller.tenant() + ".", "tenant " + tenant))
                .orElseGet(() -> new Standing(Known.UNKNOWN, "The vault's tenant is not known.", "neither the vault nor its settings could be read"));
    }

    /** Whether it may list secrets, in the model that is in force. */
    public static Standing permission(Snapshot facts) {
        Optional<Heard> heard = Heard.of(facts);
        Optional<Identity> caller = facts.identity().known();
        if (caller.isEmpty()) {
            return new Standing(Known.UNKNOWN, "Nobody is signed in, so no rights were looked at.", "no sign-in");
        }
        String who = caller.get().called();
        return switch (heard.map(Heard::answer).orElse(Answer.OTHER)) {
            case LET_IN -> new Standing(Known.HELD, who + " may list secrets.", heard.get().said());
            case BY_ROLE -> new Standing(Known.NOT_HELD, who + " has no role that allows it, or a deny assignment forbids it.", heard.get().said());
            case BY_POLICY -> new Standing(Known.NOT_HELD, who + " has no access policy that allows it.", heard.get().said());
            case BY_CONNECTION, BY_FIREWALL, OTHER_TENANT, BAD_TOKEN, THROTTLED, OTHER -> switch (Presence.vault(facts)) {
                case Probed.Seen<Vault>(Vault vault, var evidence) -> vault.rbac() ? byRole(facts, who) : byPolicy(facts, vault, caller.get(), who);
                case Probed.Failed<Vault>(Failure failure, var evidence) -> new Standing(Known.UNKNOWN, failure.said(), "the vault could not be read");
                case Probed.NotTried<Vault>(String why) -> new Standing(Known.UNKNOWN, why, "the vault was not read");
            };
        };
    }

    private static Standing byRole(Snapshot facts, String who) {
        Optional<AccessRights> rights = facts.rights().known();
        String model = "the vault asks roles";
        if (rights.filter(Rights::listsSecrets).isPresent()) {
            return new Standing(Known.HELD, "A role of " + who + " allows listing secrets.", model);
        }
        boolean read = rights.flatMap(one -> one.permissions().known()).isPresent();
        return read || rights.map(Rights::dataRole).filter(Rights.Held.NO::equals).isPresent()
                ? new Standing(Known.NOT_HELD, "No role of " + who + " allows listing secrets.", model)
                : new Standing(Known.UNKNOWN, "What the roles of " + who + " allow could not be read.", model);
    }

    private static Standing byPolicy(Snapshot facts, Vault vault, Identity caller, String who) {
        boolean lists = Rights.policies(facts, vault, caller).stream().anyMatch(one -> one.secrets().contains("list") || one.secrets().contains("all"));
        String model = "the vault asks access policies";
        return lists ? new Standing(Known.HELD, "An access policy lets " + who + " list secrets.", model)
                : vault.accessPolicies().isEmpty() ? new Standing(Known.NOT_HELD, vault.name() + " has no access policy at all.", model)
                // A token does not name every group of its holder's.
                : new Standing(Known.UNKNOWN, "No access policy names " + who + "; one may name a group of theirs.", model);
    }
}
