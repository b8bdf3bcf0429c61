package linkdoctor.check.zone;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Given;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;

/**
 * The private zones as this client meets them.
 *
 * @param exact      zones of exactly the required name, by id
 * @param nearMisses zones of a name that only looks like it
 * @param hidden     why there may be a zone that was not seen; empty when there is none
 * @param asked      the networks from which this client's questions come
 * @param answers    what this client's DNS servers say
 */
public record Zones(Snapshot facts, Reach reach, List<PrivateZone> exact, List<PrivateZone> nearMisses, Optional<Failure> hidden,
                    AskedIn asked, Answers answers) {

    public static Zones of(Snapshot facts, Listing<PrivateZone> listing) {
        Reach reach = Reach.of(facts);
        List<PrivateZone> sorted = listing.items().stream().sorted(Comparator.comparing(one -> one.id().text())).toList();
        List<PrivateZone> exact = sorted.stream().filter(one -> required(facts, one)).toList();
        Answers answers = Answers.of(facts, reach);
        return new Zones(facts, reach, exact, sorted.stream().filter(one -> !required(facts, one)).toList(),
                HiddenZone.of(facts, reach, listing, answers), AskedIn.of(facts, reach), answers);
    }

    /** Judges the zones of the required name; without one there is nothing to judge, or it may be where we cannot read. */
    static Outcome the(Snapshot facts, Function<Zones, Outcome> judge) {
        return Given.the(facts.zones(), listing -> {
            Zones zones = of(facts, listing);
            if (zones.exact.isEmpty()) {
                return zones.hidden.map(Outcome::unknown).orElseGet(() -> Outcome.skipped("There is no zone " + name(facts) + "."))
                        .because(zones.evidence());
            }
            return judge.apply(zones).because(zones.evidence());
        });
    }

    /** The name that the zone must have, as Azure gives it, else as the cloud has it. */
    public static String name(Snapshot facts) {
        return facts.requiredZones().known().stream().flatMap(List::stream).findFirst()
                .orElse(facts.target().cloud().privateZone());
    }

    static boolean required(Snapshot facts, PrivateZone zone) {
        List<String> names = facts.requiredZones().known().filter(list -> !list.isEmpty())
                .orElse(List.of(facts.target().cloud().privateZone()));
        return names.stream().anyMatch(zone.name()::equalsIgnoreCase);
    }

    /** The zones that this client's questions are answered from. */
    public List<PrivateZone> serving() {
        List<PrivateZone> linked = exact.stream().filter(zone -> linkedTo(zone, asked.networks())).toList();
        return !linked.isEmpty() || asked.certain() ? linked
                : exact.stream().filter(zone -> linkedTo(zone, asked.others())).toList();
    }

    /** The zones whose record matters: the serving ones; where none is linked, those that come nearest to it. */
    List<PrivateZone> judged() {
        List<PrivateZone> serving = serving();
        if (!serving.isEmpty()) {
            return serving;
        }
        return Stream.<java.util.function.Predicate<PrivateZone>>of(this::holdsRight, zone -> record(zone).isPresent(), this::written)
                .map(near -> exact.stream().filter(near).toList()).filter(list -> !list.isEmpty()).findFirst().orElse(exact);
    }

    /** The network to link that no zone of the name is linked to yet; empty when every one has its zone. */
    List<ResourceId> unlinked() {
        List<ResourceId> bare = asked.networks().stream()
                .filter(network -> exact.stream().noneMatch(zone -> linkedTo(zone, List.of(network)))).toList();
        return asked.certain() || serving().isEmpty() ? bare : List.of();
    }

    /** Whether the client gets the right answer although this zone is not, or need not be, the one that gives it. */
    boolean answeredElsewhere() {
        return answers.good() && !(asked.certain() && asked.direct());
    }

    /** What must be said beside a fault that the answers do not show, as they do not until old ones have run out; else nothing. */
    String stillAnswered() {
        return answers.good() ? "; yet the name still resolves as it should, perhaps from an answer kept from before: "
                + Answers.said(answers.decisive()) : "";
    }

    /** The addresses that this zone should give: those of endpoints the client can use, or of its own networks' endpoints. */
    List<Ip> right(PrivateZone zone) {
        List<Ip> expected = reach.expected().known().orElse(List.of());
        List<Ip> own = endpoints().stream().filter(one -> linkedTo(zone, List.of(one.network())))
                .flatMap(one -> one.addresses().stream()).distinct().toList();
        return asked.certain() || own.isEmpty() ? expected : own;
    }

    /** Whether an address that is not among the right ones is wrong for certain. */
    boolean certainOfAddresses() {
        return reach.expected().known().isPresent() && (reach.allRead() || facts.target().endpointIp().isPresent());
    }

    /** The serving zone that has the right record and a complete link, as a clause: what a DNS server would get to see. */
    public Optional<String> rightZone() {
        List<ResourceId> linkedFrom = Stream.concat(asked.networks().stream(), asked.others().stream()).toList();
        return serving().stream().filter(this::holdsRight)
                .filter(zone -> links(zone).stream().anyMatch(link -> link.complete() && linkedFrom.contains(link.network())))
                .map(zone -> said(zone) + " has " + record(zone).orElseThrow().addresses().getFirst()).findFirst();
    }

    /** The serving zone that would let no public address through, as a clause: what a server that asked it could not answer. */
    public Optional<String> closedZone() {
        List<ResourceId> linkedFrom = Stream.concat(asked.networks().stream(), asked.others().stream()).toList();
        return serving().stream().filter(zone -> asked.certain() && zone.records().known().isPresent()
                        && record(zone).stream().flatMap(one -> one.addresses().stream()).noneMatch(Ip::publicAddress))
                .filter(zone -> links(zone).stream().anyMatch(link -> link.complete() && !link.fallsBackToInternet() && linkedFrom.contains(link.network())))
                .map(zone -> said(zone) + " gives no public address").findFirst();
    }

    private boolean holdsRight(PrivateZone zone) {
        return record(zone).filter(record -> !record.addresses().isEmpty() && right(zone).containsAll(record.addresses())).isPresent();
    }

    /** Whether an endpoint's zone group writes into the zone. */
    boolean written(PrivateZone zone) {
        return endpoints().stream().anyMatch(one -> writesTo(one).contains(zone.id()));
    }

    /** The endpoints in force, those of this client's networks first. */
    List<PrivateEndpoint> endpoints() {
        Comparator<PrivateEndpoint> byId = Comparator.comparing(one -> one.id().text());
        List<PrivateEndpoint> usable = reach.usable().known().orElse(List.of());
        return Stream.concat(usable.stream().sorted(byId), reach.effective().known().orElse(List.of()).stream().sorted(byId))
                .distinct().toList();
    }

    static List<ResourceId> writesTo(PrivateEndpoint endpoint) {
        return endpoint.zoneGroups().known().orElse(List.of()).stream().flatMap(group -> group.zones().stream())
                .flatMap(zone -> zone.zone().stream()).toList();
    }

    static List<PrivateZone.Link> links(PrivateZone zone) {
        return zone.links().known().orElse(List.of());
    }

    static boolean linkedTo(PrivateZone zone, List<ResourceId> networks) {
        return links(zone).stream().anyMatch(link -> networks.contains(link.network()));
    }

    /** The vault's record, when it holds an address. */
    static Optional<PrivateZone.RecordSet> record(PrivateZone zone) {
        return zone.records().known().stream().flatMap(List::stream).filter(record -> !record.addresses().isEmpty()).findFirst();
    }

    /** "zone privatelink.vaultcore.azure.net (rg-dns, subscription aaaa…)". */
    static String said(PrivateZone zone) {
        return "zone " + zone.name() + " (" + zone.id().resourceGroup() + ", subscription " + zone.id().subscription() + ")";
    }

    /** From the narrow to the wide: what decides comes first. */
    List<Evidence> evidence() {
        return Stream.of(exact.stream().flatMap(zone -> Stream.<Probed<?>>of(zone.links(), zone.records())).flatMap(p -> p.evidence().stream()),
                facts.zones().evidence().stream(), answers.evidence().stream(), reach.expected().evidence().stream())
                .flatMap(one -> one).distinct().toList();
    }
}
