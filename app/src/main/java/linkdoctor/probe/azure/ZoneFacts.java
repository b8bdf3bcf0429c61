package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.resourcemanager.privatedns.fluent.models.PrivateZoneInner;
import com.azure.resourcemanager.privatedns.fluent.models.RecordSetInner;
import com.azure.resourcemanager.privatedns.fluent.models.VirtualNetworkLinkInner;
import com.azure.resourcemanager.privatedns.models.ARecord;
import com.azure.resourcemanager.privatedns.models.RecordType;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Private DNS zones named like the required one, in every subscription, with their links and the vault's A record. */
final class ZoneFacts {
    private final Asking asking;
    private final ArmClients clients;

    ZoneFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    Probed<Listing<PrivateZone>> zones(Target target, List<Subscription> in, Limit limit) throws InterruptedException {
        List<Probed<Listing<PrivateZone>>> lists = Asking.each(in, subscription -> zones(target, subscription, limit));
        return Scopes.merge(in, lists, zone -> zone);
    }

    private Probed<Listing<PrivateZone>> zones(Target target, Subscription in, Limit limit) throws InterruptedException {
        Probed<Listing<PrivateZoneInner>> listed = asking.list(
                Question.arm("Microsoft.Network/privateDnsZones/read", Scopes.of(in),
                        "network", "private-dns", "zone", "list", "--subscription", in.id()), limit,
                context -> clients.zones(in.id()).getPrivateZones().list(null, context),
                zones -> told(zones, target));
        if (!(listed instanceof Probed.Seen<Listing<PrivateZoneInner>>(Listing<PrivateZoneInner> listing, var evidence))) {
            return listed.map(none -> new Listing<>(List.of(), none.gaps()));
        }
        List<PrivateZoneInner> relevant = listing.items().stream().filter(zone -> relevant(zone, target)).toList();
        List<PrivateZone> zones = Asking.each(relevant, zone -> zone(zone, target, limit));
        List<Evidence> all = new ArrayList<>(evidence);
        for (PrivateZone zone : zones) {
            all.addAll(zone.links().evidence());
            all.addAll(zone.records().evidence());
        }
        return Probed.seen(new Listing<>(zones, listing.gaps()), all);
    }

    private static String told(List<PrivateZoneInner> zones, Target target) {
        List<String> relevant = zones.stream().filter(zone -> relevant(zone, target)).map(PrivateZoneInner::name).toList();
        return Words.count(zones.size(), "private zone") + (zones.isEmpty() ? ""
                : relevant.isEmpty() ? ", none with a name like " + target.cloud().privateZone()
                : (zones.size() == relevant.size() ? ", " : ", among them ") + Words.list(relevant));
    }

    private static boolean relevant(PrivateZoneInner zone, Target target) {
        return zone.name() != null && zone.id() != null && ZoneNames.relevant(zone.name(), target.cloud());
    }

    private PrivateZone zone(PrivateZoneInner inner, Target target, Limit limit) throws InterruptedException {
        ResourceId id = ResourceId.of(inner.id());
        Asking.Both<Probed<List<PrivateZone.Link>>, Probed<List<PrivateZone.RecordSet>>> both =
                Asking.both(() -> links(id, limit), () -> records(id, target, limit));
        return new PrivateZone(id, inner.name(), both.first(), both.second());
    }

    private Probed<List<PrivateZone.Link>> links(ResourceId zone, Limit limit) throws InterruptedException {
        return asking.whole(Question.arm("Microsoft.Network/privateDnsZones/virtualNetworkLinks/read", zone.text(),
                        "network", "private-dns", "link", "vnet", "list", "--zone-name", zone.name(),
                        "--resource-group", zone.resourceGroup(), "--subscription", zone.subscription()), limit,
                context -> clients.zones(zone.subscription()).getVirtualNetworkLinks()
                        .list(zone.resourceGroup(), zone.name(), null, context),
                links -> links.isEmpty() ? "no link" : "linked to " + Words.list(links.stream().map(ZoneFacts::link).map(ZoneFacts::told).toList()))
                .map(links -> links.stream().map(ZoneFacts::link).toList());
    }

    /** "vnet-app", and what is unusual about its link. */
    private static String told(PrivateZone.Link link) {
        String unusual = Stream.concat(Stream.of(link.state()).filter(state -> !state.equalsIgnoreCase("Completed")),
                link.resolutionPolicy().stream().filter(policy -> !policy.equalsIgnoreCase("Default"))).collect(Collectors.joining(", "));
        return link.network().name() + (unusual.isEmpty() ? "" : " (" + unusual + ")");
    }

    private static PrivateZone.Link link(VirtualNetworkLinkInner inner) {
        return new PrivateZone.Link(ResourceId.of(Scopes.text(inner.id())),
                ResourceId.of(inner.virtualNetwork() == null ? "" : Scopes.text(inner.virtualNetwork().id())),
                Scopes.text(inner.virtualNetworkLinkState()), Scopes.text(inner.provisioningState()),
                Boolean.TRUE.equals(inner.registrationEnabled()),
                Optional.ofNullable(inner.resolutionPolicy()).map(Object::toString));
    }

    /** A record set that is not there, or holds no address, is none. */
    private Probed<List<PrivateZone.RecordSet>> records(ResourceId zone, Target target, Limit limit) throws InterruptedException {
        String name = target.vault().toLowerCase(Locale.ROOT);
        Probed<List<PrivateZone.RecordSet>> got = asking.ask(
                Question.arm("Microsoft.Network/privateDnsZones/A/read", zone.text() + "/A/" + name,
                        "network", "private-dns", "record-set", "a", "show", "--name", name, "--zone-name", zone.name(),
                        "--resource-group", zone.resourceGroup(), "--subscription", zone.subscription()), limit,
                trace -> recordSet(clients.zones(zone.subscription()).getRecordSets()
                        .getWithResponse(zone.resourceGroup(), zone.name(), RecordType.A, name, trace.context()).getValue()),
                sets -> sets.isEmpty() ? "no address" : Words.list(sets.getFirst().addresses()) + " (TTL " + sets.getFirst().ttl() + ")");
        return got instanceof Probed.Failed<List<PrivateZone.RecordSet>>(Failure failure, var evidence)
                && failure.kind() == Failure.Kind.NOT_FOUND ? Probed.seen(List.of(), evidence) : got;
    }

    private static List<PrivateZone.RecordSet> recordSet(RecordSetInner inner) {
        PrivateZone.RecordSet set = new PrivateZone.RecordSet(Scopes.text(inner.name()),
                Scopes.ips(Scopes.list(inner.aRecords()).stream().map(ARecord::ipv4Address).toList()),
                inner.ttl() == null ? 0 : inner.ttl(), inner.metadata() == null ? Map.of() : withoutNulls(inner.metadata()));
        return set.addresses().isEmpty() ? List.of() : List.of(set);
    }

    private static Map<String, String> withoutNulls(Map<String, String> metadata) {
        Map<String, String> kept = new java.util.TreeMap<>();
        metadata.forEach((key, value) -> kept.put(key, Scopes.text(value)));
        return kept;
    }
}
