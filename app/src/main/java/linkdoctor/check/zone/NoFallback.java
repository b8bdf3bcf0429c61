package linkdoctor.check.zone;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** Fallback to the Internet makes a lost record look like a zone that is not linked. */
public final class NoFallback implements Check {
    private static final Finding FALLBACK = Finding.note("zone.fallback-to-internet",
            "The zone's link falls back to the Internet",
            "With this policy a name that the zone does not know is asked again in the public DNS, so that a lost record shows "
                    + "as a public answer and not as a missing name. It is usually set on purpose, so that vaults of others "
                    + "keep resolving.", Links.DNS_FALLBACK);

    @Override
    public String id() {
        return "zone.no-fallback";
    }

    @Override
    public String title() {
        return "A lost record would show as a missing name";
    }

    @Override
    public List<Finding> findings() {
        return List.of(FALLBACK);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<PrivateZone.Link> links = zones.serving().stream().flatMap(zone -> Zones.links(zone).stream())
                    .filter(link -> zones.asked().networks().contains(link.network())
                            || zones.asked().others().contains(link.network())).toList();
            if (links.isEmpty()) {
                return Outcome.skipped("The zone is not linked to the network that asks.");
            }
            List<String> falling = links.stream().filter(PrivateZone.Link::fallsBackToInternet)
                    .map(link -> link.network().name()).sorted().distinct().toList();
            return falling.isEmpty() ? Outcome.pass("No link of the zone falls back to the Internet.")
                    : Outcome.problem(FALLBACK, "The zone's link to " + Voice.listed(falling) + " has the policy NxDomainRedirect: "
                            + "without its record the name would resolve to the public address.",
                            Remedy.byHand("Keep the policy in mind when the name resolves to a public address",
                                    "Where it is not wanted, open the zone, Virtual network links, the link to "
                                            + Voice.listed(falling) + ", and turn off the fallback to the Internet; names of "
                                            + "vaults that the zone does not hold then cease to resolve there."));
        });
    }
}
