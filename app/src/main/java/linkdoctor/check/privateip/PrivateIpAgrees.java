package linkdoctor.check.privateip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.repair.ZoneGroup;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.remedy.Remedy;

/** Guide section 4: the network interface has the address, and the endpoint's DNS settings must name the same. */
public final class PrivateIpAgrees implements Check {
    private static final Finding MISMATCH = Finding.fail("private-ip.mismatch",
            "The endpoint's DNS settings and its network interface disagree",
            "Records are made from the DNS settings, and packets go to the interface, so the name leads to an address where "
                    + "nothing listens. It happens when an endpoint is made anew, or its address changed, and the settings or the "
                    + "zone group kept the old one.", Links.DIAGNOSTICS);
    private static final String NIC = "the network interface";

    @Override
    public String id() {
        return "private-ip.agrees";
    }

    @Override
    public String title() {
        return "The endpoint's DNS settings name the address of its network interface";
    }

    @Override
    public List<Finding> findings() {
        return List.of(MISMATCH);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Reach.of(facts).usable(), all -> {
            List<PrivateEndpoint> endpoints = Addresses.sorted(all);
            Optional<LinkProof> proof = LinkProof.byName(facts);
            List<Found> found = endpoints.stream().filter(one -> disagree(sources(facts, one)))
                    .map(one -> new Found(MISMATCH, "Endpoint " + one.id().name() + ": " + told(sources(facts, one))
                            + proof.map(link -> "; yet " + link.said()).orElse("") + ".", List.of(proof.isPresent() ? later(one) : remedy(one, facts.target().vault())))).toList();
            if (found.isEmpty()) {
                Optional<Failure> blind = endpoints.stream().filter(one -> sources(facts, one).size() < 2)
                        .flatMap(one -> Stream.concat(one.nicAddresses().trouble().stream(), one.zoneGroups().trouble().stream())).findFirst();
                return blind.map(Outcome::unknown).orElseGet(() -> nothingToCompare(facts, endpoints)).because(Addresses.evidence(endpoints));
            }
            return Outcome.problems(found, "").because(Addresses.evidence(endpoints)).because(proof.map(LinkProof::evidence).orElse(List.of()));
        });
    }

    private static Outcome nothingToCompare(Snapshot facts, List<PrivateEndpoint> endpoints) {
        return endpoints.stream().allMatch(one -> sources(facts, one).isEmpty())
                ? Outcome.skipped("The endpoint shows no address to compare.")
                : Outcome.pass(endpoints.stream().filter(one -> !sources(facts, one).isEmpty())
                        .map(one -> "On " + one.id().name() + ", " + told(sources(facts, one))).collect(Collectors.joining("; ")) + ".");
    }

    /** Who names which addresses; a source that names none is left out. With a zone group the DNS settings are empty. */
    private static Map<String, List<Ip>> sources(Snapshot facts, PrivateEndpoint endpoint) {
        Map<String, List<Ip>> sources = new LinkedHashMap<>();
        sources.put(NIC, endpoint.nicAddresses().known().orElse(List.of()));
        sources.put("its DNS settings", ofVault(facts, endpoint.customDns()));
        endpoint.zoneGroups().known().stream().flatMap(List::stream).forEach(group -> sources.put("zone group " + group.id().name(),
                ofVault(facts, group.zones().stream().flatMap(zone -> zone.records().stream()).toList())));
        sources.values().removeIf(List::isEmpty);
        return sources;
    }

    private static List<Ip> ofVault(Snapshot facts, List<PrivateEndpoint.DnsConfig> configs) {
        String label = facts.target().vault().toLowerCase(Locale.ROOT);
        return configs.stream().filter(one -> one.fqdn().isEmpty() || one.fqdn().toLowerCase(Locale.ROOT).split("\\.")[0].equals(label))
                .flatMap(one -> one.addresses().stream()).distinct().sorted().toList();
    }

    /** The interface may have more addresses than DNS names, but DNS none that the interface lacks. */
    private static boolean disagree(Map<String, List<Ip>> sources) {
        if (sources.size() < 2) {
            return false;
        }
        List<Ip> first = sources.values().iterator().next();
        return sources.values().stream().anyMatch(other -> !first.containsAll(other));
    }

    private static String told(Map<String, List<Ip>> sources) {
        return sources.entrySet().stream().map(one -> one.getKey() + " has " + Addresses.text(one.getValue())).collect(Collectors.joining(", "));
    }

    /** What works is not torn down by a script. */
    private static Remedy later(PrivateEndpoint endpoint) {
        return Remedy.byHand("Make the zone group of " + endpoint.id().name() + " anew at a quiet time",
                "The name resolves all the same, perhaps by a record kept by hand; once the zone group is made anew, that record can go.");
    }

    private static Remedy remedy(PrivateEndpoint endpoint, String vault) {
        List<PrivateEndpoint.ZoneGroup> groups = endpoint.zoneGroups().known().orElse(List.of());
        List<ResourceId> zones = groups.stream().flatMap(group -> group.zones().stream()).flatMap(zone -> zone.zone().stream()).distinct().toList();
        if (groups.size() != 1 || zones.size() != 1) {
            return Remedy.byHand("Make endpoint " + endpoint.id().name() + " anew",
                    "Delete the endpoint and create it in the same subnet with a zone group, so that Azure writes the record from the interface's address.");
        }
        ResourceId id = endpoint.id();
        String group = groups.getFirst().id().name();
        ResourceId zone = zones.getFirst();
        return new Remedy("Make zone group " + group + " of " + id.name() + " anew",
                "The vault's name does not resolve privately for some seconds, and no longer than the record's old time to live.",
                ZoneGroup.NEEDS,
                List.of(ZoneGroup.reset(id, group, zone, vault, endpoint.addresses()), ZoneGroup.create(id, group, zone).kept()),
                List.of("Open endpoint " + id.name() + ", DNS configuration; remove the zone group and add it again with zone " + zone.name() + "."));
    }
}
