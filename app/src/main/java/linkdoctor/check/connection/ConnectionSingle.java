package linkdoctor.check.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.remedy.Remedy;

/** Guide section 4: two endpoints of a vault in one network are of no use, and their records get in each other's way. */
public final class ConnectionSingle implements Check {
    private static final Finding DUPLICATE = Finding.warn("connection.duplicate-in-vnet",
            "One network has several endpoints of this vault",
            "The name can lead to one of them only, and each zone group overwrites or removes the record of the other. It "
                    + "happens when a deployment runs twice under different names.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "connection.single";
    }

    @Override
    public String title() {
        return "No network has two endpoints of the vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(DUPLICATE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        return Given.the(reach.effective(), endpoints -> {
            Map<String, List<PrivateEndpoint>> byNetwork = endpoints.stream().collect(Collectors.groupingBy(
                    one -> one.network().text().toLowerCase(java.util.Locale.ROOT), TreeMap::new, Collectors.toList()));
            List<Found> found = byNetwork.values().stream().map(ConnectionSingle::distinct).filter(same -> same.size() > 1)
                    .map(same -> new Found(DUPLICATE, same.getFirst().network().name() + " has " + same.size() + " endpoints of the vault: "
                            + names(same) + ".", remedies(facts, same))).toList();
            if (found.isEmpty() && !reach.allRead()) {
                return Outcome.unknown("An endpoint that cannot be read may be in the same network as another.",
                        "Microsoft.Network/privateEndpoints/read on the endpoint's subscription");
            }
            return Outcome.problems(found, endpoints.size() == 1 ? names(endpoints) + " is the only endpoint in force."
                    : names(endpoints) + " are in networks of their own.").because(facts.zones());
        });
    }

    /** Whether the service says that requests travel over another endpoint than the one recorded. */
    private static boolean carriesAnother(Snapshot facts, PrivateEndpoint recorded) {
        return facts.byName().known().flatMap(live -> live.answer().known()).flatMap(LiveRequest.Answer::networkInfo)
                .flatMap(NetworkInfo::privateEndpoint).filter(carrier -> !carrier.equals(recorded.id())).isPresent();
    }

    private static List<PrivateEndpoint> distinct(List<PrivateEndpoint> endpoints) {
        Map<String, PrivateEndpoint> byId = new TreeMap<>();
        endpoints.forEach(one -> byId.put(one.id().text().toLowerCase(java.util.Locale.ROOT), one));
        return List.copyOf(byId.values());
    }

    private static String names(List<PrivateEndpoint> endpoints) {
        return endpoints.stream().map(one -> one.id().name()).sorted().collect(Collectors.joining(", "));
    }

    /** The one that the DNS record leads to stays; where no record tells, a person has to choose. */
    private static List<Remedy> remedies(Snapshot facts, List<PrivateEndpoint> same) {
        List<Ip> recorded = facts.zones().known().map(Listing::items).orElse(List.of()).stream()
                .flatMap(zone -> zone.records().known().orElse(List.of()).stream())
                .map(PrivateZone.RecordSet::addresses).flatMap(List::stream).toList();
        List<PrivateEndpoint> used = same.stream().filter(one -> one.addresses().stream().anyMatch(recorded::contains)).toList();
        if (used.size() != 1 || facts.zones().known().filter(Listing::complete).isEmpty() || carriesAnother(facts, used.getFirst())) {
            return List.of(Remedy.byHand("Keep one endpoint in " + same.getFirst().network().name(),
                    "Choose which of " + names(same) + " stays, let the DNS record name its address, and delete the others."));
        }
        List<PrivateEndpoint> spare = new ArrayList<>(same);
        spare.removeAll(used);
        spare.sort(Comparator.comparing(one -> one.id().name()));
        return spare.stream().map(one -> Removal.of(one.id())).toList();
    }
}
