package linkdoctor.check.zone;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Listing;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Subscription;

/**
 * Reasons to think that a zone exists which was not seen. Zones usually live in a central subscription, and one that the
 * caller has no right on at all is not even listed as unread.
 */
final class HiddenZone {
    private static final String READ = "Microsoft.Network/privateDnsZones/read on ";

    private HiddenZone() {
    }

    static Optional<Failure> of(Snapshot facts, Reach reach, Listing<PrivateZone> listing, Answers answers) {
        return gap(facts, listing).or(() -> nothingRead(facts)).or(() -> written(facts, reach)).or(() -> answering(facts, reach, listing, answers));
    }

    private static Optional<Failure> gap(Snapshot facts, Listing<PrivateZone> listing) {
        return listing.gaps().stream().findFirst().map(gap -> new Failure(Failure.Kind.DENIED, start(facts) + gap.scope()
                + " was not read. " + gap.failure().said(), needs(gap)));
    }

    private static String needs(Gap gap) {
        return gap.failure().needs().isEmpty() ? READ + gap.scope() : gap.failure().needs();
    }

    private static Optional<Failure> nothingRead(Snapshot facts) {
        return subscriptions(facts).filter(List::isEmpty).map(none -> new Failure(Failure.Kind.DENIED, start(facts)
                + "the signed-in identity can read no subscription.", READ + "the zone's subscription"));
    }

    /** A zone group names a zone in a subscription that was not among those searched. */
    private static Optional<Failure> written(Snapshot facts, Reach reach) {
        return subscriptions(facts).flatMap(read -> reach.effective().known().stream().flatMap(List::stream)
                .flatMap(endpoint -> Zones.writesTo(endpoint).stream()).map(ResourceId::subscription)
                .filter(id -> read.stream().noneMatch(one -> one.id().equalsIgnoreCase(id))).sorted().findFirst())
                .map(id -> new Failure(Failure.Kind.DENIED, start(facts) + "the endpoint writes into one in subscription " + id
                        + ", which cannot be read.", READ + "subscription " + id));
    }

    /** The public DNS never lets a chain end at the alias: a server that says so asked a private zone. */
    private static Optional<Failure> answering(Snapshot facts, Reach reach, Listing<PrivateZone> listing, Answers answers) {
        boolean ended = answers.decisive().stream().flatMap(one -> one.usable().stream()).anyMatch(one -> one.answer().ips().isEmpty()
                && one.answer().lastAlias().filter(last -> last.replaceAll("\\.$", "").equalsIgnoreCase(facts.target().privateLinkName())).isPresent());
        AskedIn asked = AskedIn.of(facts, reach);
        boolean seen = listing.items().stream().filter(zone -> Zones.required(facts, zone)).anyMatch(zone -> zone.links().known().isEmpty()
                || Zones.linkedTo(zone, asked.networks()) || Zones.linkedTo(zone, asked.others()));
        return ended && !seen ? Optional.of(new Failure(Failure.Kind.DENIED, start(facts)
                + "something answers for the alias that it does not exist, and no zone that can be read is linked to where that is asked.",
                READ + "the zone's subscription")) : Optional.empty();
    }

    private static Optional<List<Subscription>> subscriptions(Snapshot facts) {
        return facts.vault().known().map(search -> search.searched().items());
    }

    private static String start(Snapshot facts) {
        return "There may be a zone " + Zones.name(facts) + " that was not seen: ";
    }
}
