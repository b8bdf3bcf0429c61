package linkdoctor.lab.dns;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/** The DNS as Azure shows it inside one virtual network: linked private zones first, the Internet's answer after. */
public final class NetworkView implements View {
    private static final String ZONE = "Microsoft.Network/privateDnsZones";

    private final ResourceId network;
    private final Estate estate;
    private final View internet;

    public NetworkView(ResourceId network, Estate estate, World world) {
        this.network = network;
        this.estate = estate;
        this.internet = new PublicView(estate, world);
    }

    /** A private zone and the link that shows it to this network. */
    private record Linked(String name, ResourceId zone, JsonNode link) {

        /** Azure offers the fallback for privatelink zones alone. */
        boolean fallsBack() {
            return name.startsWith("privatelink.")
                    && link.path("resolutionPolicy").asText().equals("NxDomainRedirect");
        }

        boolean holds(String host) {
            return host.equals(name) || host.endsWith("." + name);
        }

        String relative(String host) {
            return host.equals(name) ? "@" : host.substring(0, host.length() - name.length() - 1);
        }
    }

    @Override
    public Step look(String name) {
        Optional<Linked> zone = linked().stream().filter(linked -> linked.holds(name))
                .max(Comparator.comparingInt(linked -> linked.name().length()));
        if (zone.isEmpty()) {
            return internet.look(name);
        }
        String relative = zone.get().relative(name);
        return record(zone.get(), relative).or(() -> record(zone.get(), "*"))
                .orElseGet(() -> zone.get().fallsBack() ? internet.look(name) : new Step.Nothing());
    }

    private List<Linked> linked() {
        return estate.ofType(ZONE).stream().flatMap(zone -> links(zone).stream()).toList();
    }

    private List<Linked> links(ObjectNode zone) {
        ResourceId id = ResourceId.of(zone.path("id").asText());
        return estate.below(id, ZONE + "/virtualNetworkLinks").stream().map(link -> link.path("properties"))
                .filter(link -> ResourceId.of(link.path("virtualNetwork").path("id").asText()).equals(network))
                .filter(link -> link.path("virtualNetworkLinkState").asText().equals("Completed"))
                .map(link -> new Linked(id.name().toLowerCase(Locale.ROOT), id, link)).toList();
    }

    private Optional<Step> record(Linked zone, String relative) {
        Optional<Step> alias = set(zone, "CNAME", relative)
                .map(set -> new Step.AliasOf(set.path("cnameRecord").path("cname").asText().toLowerCase(Locale.ROOT)
                        .replaceAll("\\.$", ""), ttl(set)));
        return alias.or(() -> set(zone, "A", relative).flatMap(NetworkView::addresses));
    }

    private Optional<JsonNode> set(Linked zone, String type, String relative) {
        return estate.below(zone.zone(), ZONE + "/" + type).stream()
                .filter(set -> set.path("name").asText().equalsIgnoreCase(relative))
                .map(set -> set.path("properties")).findFirst();
    }

    /** A record set may exist without a record, just after its creation: it answers like none. */
    private static Optional<Step> addresses(JsonNode set) {
        List<Ip> ips = StreamSupport.stream(set.path("aRecords").spliterator(), false)
                .flatMap(a -> Ip.parse(a.path("ipv4Address").asText()).stream()).toList();
        return ips.isEmpty() ? Optional.empty() : Optional.of(new Step.At(ips, ttl(set)));
    }

    private static long ttl(JsonNode set) {
        return set.path("ttl").asLong(3600);
    }
}
