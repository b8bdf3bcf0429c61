package linkdoctor.check.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;

/** Whether the vault exists, and how that is known: from ARM, or from what DNS and the service itself say. */
public sealed interface Presence {

    /** ARM shows it. */
    record Visible(Vault vault) implements Presence {
    }

    /** ARM shows it among the deleted ones. */
    record Deleted(DeletedVault vault) implements Presence {
    }

    /** DNS or the service prove it, but ARM does not show it. */
    record Elsewhere(String proof, String why, String needs) implements Presence {
    }

    /** There is no such vault. */
    record Absent(String said) implements Presence {
    }

    /** It cannot be told. */
    record Doubtful(String why, String needs) implements Presence {
    }

    /** Neither ARM nor DNS nor the service says anything of it. */
    record Silent(String why, String needs) implements Presence {
    }

    /** ARM was not asked. */
    record Unasked(String why) implements Presence {
    }

    static Presence of(Snapshot facts) {
        Optional<String> proof = proof(facts);
        return switch (facts.vault()) {
            case Probed.Seen<VaultSearch>(VaultSearch search, var from) -> searched(facts, search, proof);
            case Probed.Failed<VaultSearch>(Failure failure, var from) -> proof.isPresent()
                    ? new Elsewhere(proof.get(), failure.said(), failure.needs())
                    : unasked(facts, failure) || spoken(facts)
                    ? new Doubtful(failure.said(), failure.needs()) : new Silent(failure.said(), failure.needs());
            case Probed.NotTried<VaultSearch>(String why) -> proof.isPresent()
                    ? new Elsewhere(proof.get(), why, "") : new Unasked(why);
        };
    }

    /** The vault as ARM shows it; where it does not, why. */
    static Probed<Vault> vault(Snapshot facts) {
        return switch (of(facts)) {
            case Visible(Vault vault) -> facts.vault().map(search -> vault);
            case Deleted(var gone) -> Probed.notTried("The vault is soft-deleted.");
            case Absent(var said) -> Probed.notTried("There is no such vault.");
            case Unasked(String why) -> Probed.notTried(why);
            case Elsewhere(var proof, String why, String needs) -> unseen(facts, why, needs);
            case Doubtful(String why, String needs) -> unseen(facts, why, needs);
            case Silent(String why, String needs) -> unseen(facts, why, needs);
        };
    }

    /** What the answer rests on. */
    static List<Evidence> evidence(Snapshot facts) {
        List<Evidence> all = new ArrayList<>(facts.vault().evidence());
        all.addAll(facts.challenge().evidence());
        facts.lookups().forEach(lookup -> all.addAll(lookup.evidence()));
        return all;
    }

    private static Probed<Vault> unseen(Snapshot facts, String why, String needs) {
        Failure failure = facts.vault().trouble().orElse(new Failure(Failure.Kind.DENIED, why, needs));
        return new Probed.Failed<>(failure, facts.vault().evidence());
    }

    private static Presence searched(Snapshot facts, VaultSearch search, Optional<String> proof) {
        if (search.vault().isPresent()) {
            return new Visible(search.vault().get());
        }
        if (search.deleted().isPresent()) {
            return new Deleted(search.deleted().get());
        }
        String name = facts.target().vault();
        int read = search.searched().items().size();
        List<Gap> gaps = search.searched().gaps();
        String looked = read > 0 ? "None of the " + read + " subscriptions read holds " + name + "."
                : gaps.isEmpty() ? "The signed-in identity can read no subscription." : gaps.getFirst().failure().said();
        String needs = needs(facts, gaps);
        if (proof.isPresent()) {
            return new Elsewhere(proof.get(), looked, needs);
        }
        if (resolves(facts)) {
            return new Doubtful(looked + " Its name does resolve, so it may be in one that cannot be read.", needs);
        }
        if (publiclyUnknown(facts)) {
            return new Absent("No vault is called " + name + ": the public DNS does not know the name, and "
                    + (read == 0 ? "no subscription shows it." : "none of the " + read + " subscriptions read holds it."));
        }
        if (read == 0 || !gaps.isEmpty()) {
            return new Doubtful(gaps.isEmpty() ? looked : looked + " Not read: " + scopes(gaps) + ".", needs);
        }
        return new Absent("No vault is called " + name + ": none of the " + read + " subscriptions read holds it.");
    }

    private static String scopes(List<Gap> gaps) {
        return String.join(", ", gaps.stream().map(Gap::scope).sorted().toList());
    }

    private static String needs(Snapshot facts, List<Gap> gaps) {
        Optional<String> tenant = facts.challenge().known().flatMap(challenge -> challenge.tenant())
                .filter(home -> facts.identity().known().filter(me -> !me.tenant().equalsIgnoreCase(home)).isPresent());
        return tenant.map(home -> "a sign-in at tenant " + home)
                .or(() -> gaps.stream().map(gap -> gap.failure().needs()).filter(text -> !text.isBlank()).sorted().findFirst())
                .orElse("Microsoft.KeyVault/vaults/read on the vault");
    }

    /** Azure that nobody asked is not silent: then a DNS server that gives no answer is the nearer fault. */
    private static boolean unasked(Snapshot facts, Failure failure) {
        return failure.kind() == Failure.Kind.CANCELLED || failure.kind() == Failure.Kind.NOT_SIGNED_IN
                && facts.lookups().stream().anyMatch(lookup -> lookup.server().role() != DnsServer.Role.AZURE);
    }

    /** Only a live vault has an alias in the public DNS, and only its service knows its tenant. */
    private static Optional<String> proof(Snapshot facts) {
        Optional<String> service = facts.challenge().known().flatMap(challenge -> challenge.status() == 401
                ? challenge.tenant().map(tenant -> "its service asks for a sign-in at tenant " + tenant)
                : challenge.error().filter(error -> challenge.status() == 403)
                        .map(error -> "its service answers 403 " + (error.innerCode().isBlank() ? error.code() : error.innerCode())));
        String core = "." + facts.target().cloud().vaultCoreSuffix();
        return service.or(() -> answers(facts).stream().filter(answer -> !answer.ips().isEmpty())
                .flatMap(answer -> answer.aliases().stream())
                .map(alias -> alias.to().toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))
                .filter(to -> to.endsWith(core)).findFirst().map(to -> "DNS has its alias " + to));
    }

    private static boolean resolves(Snapshot facts) {
        return answers(facts).stream().anyMatch(answer -> !answer.ips().isEmpty());
    }

    /** NXDOMAIN for the name itself, from a server that answers for the public DNS and not for a company's own. */
    private static boolean publiclyUnknown(Snapshot facts) {
        return facts.lookups().stream().filter(lookup -> lookup.server().ip().publicAddress())
                .flatMap(lookup -> lookup.answers().stream())
                .anyMatch(answer -> answer.rcode().equalsIgnoreCase("NXDOMAIN") && answer.aliases().isEmpty());
    }

    private static boolean spoken(Snapshot facts) {
        return !answers(facts).isEmpty() || facts.challenge().known().isPresent()
                || facts.byName().known().flatMap(live -> live.answer().known()).isPresent();
    }

    private static List<DnsAnswer> answers(Snapshot facts) {
        return facts.lookups().stream().flatMap(lookup -> lookup.answers().stream()).toList();
    }
}
