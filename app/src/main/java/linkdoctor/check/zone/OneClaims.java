package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** Zones of one name may stand in several subscriptions; those that nobody asks, or asks in vain, mislead whoever looks. */
public final class OneClaims implements Check {
    private static final Finding COMPETING = Finding.warn("zone.competing",
            "Another zone of the same name claims the vault as well",
            "Only the zone that is linked to the asking network decides; a record in another looks right and changes nothing, "
                    + "and a zone group that writes there leaves the asked zone without its record. Usually each team "
                    + "or each template made a zone of its own.", Links.ENDPOINT_DNS);

    @Override
    public String id() {
        return "zone.one-claims";
    }

    @Override
    public String title() {
        return "No other zone of that name claims the vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(COMPETING);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            if (zones.serving().isEmpty()) {
                return Outcome.skipped("No zone answers this machine's questions, so none competes with it.");
            }
            List<PrivateZone> other = zones.exact().stream().filter(zone -> !zones.serving().contains(zone)).toList();
            List<Found> found = new ArrayList<>();
            other.stream().filter(zone -> claims(zones, zone)).forEach(zone -> found.add(new Found(COMPETING, said(zones, zone),
                    List.of(remedy(zones, zone)))));
            return Outcome.problems(found, other.isEmpty() ? "There is no other zone of that name."
                    : "Neither " + Voice.listed(other.stream().map(Zones::said).toList()) + " stands in the way.");
        });
    }

    /** A zone of a network of its own, right for an endpoint there, does not compete. */
    private static boolean claims(Zones zones, PrivateZone zone) {
        if (zone.links().known().isEmpty()) {
            return false;
        }
        boolean unlinked = Zones.links(zone).isEmpty();
        boolean written = zones.endpoints().stream().anyMatch(one -> Zones.writesTo(one).contains(zone.id())
                && !Zones.linkedTo(zone, List.of(one.network())));
        List<Ip> all = zones.reach().effective().known().orElse(List.of()).stream()
                .flatMap(one -> one.addresses().stream()).toList();
        boolean stale = zones.certainOfAddresses() && Zones.record(zone).filter(record -> !all.containsAll(record.addresses())).isPresent();
        return written && unlinked || Zones.record(zone).isPresent() && (unlinked || stale);
    }

    private static String said(Zones zones, PrivateZone zone) {
        List<String> writers = writers(zones, zone).stream().map(one -> one.id().name()).toList();
        String linked = Zones.links(zone).isEmpty() ? "which is linked to no network"
                : "which is linked to " + Voice.listed(Zones.links(zone).stream().map(link -> link.network().name()).sorted().toList());
        String what = writers.isEmpty() ? Zones.record(zone).map(record -> "Record " + record.name() + " with "
                + Voice.listed(record.addresses()) + " stands in ").orElse("")
                : "Endpoint " + Voice.listed(writers) + (writers.size() == 1 ? " writes" : " write") + " into ";
        return what + Zones.said(zone) + ", " + linked + "; this machine's questions are answered from "
                + Voice.listed(zones.serving().stream().map(Zones::said).toList()) + ".";
    }

    private static List<PrivateEndpoint> writers(Zones zones, PrivateZone zone) {
        return zones.endpoints().stream().filter(one -> Zones.writesTo(one).contains(zone.id())).toList();
    }

    private static Remedy remedy(Zones zones, PrivateZone zone) {
        PrivateZone asked = zones.serving().getFirst();
        List<PrivateEndpoint> writers = writers(zones, zone);
        if (!writers.isEmpty()) {
            return Repairs.zoneGroup(writers.getFirst(), asked.id(), zones.facts().target().vault(), Zones.record(asked));
        }
        String vault = zones.facts().target().vault();
        return new Remedy("Remove record " + vault + " from " + Zones.said(zone),
                "Clients of networks that resolve through that zone lose the answer.",
                "Microsoft.Network/privateDnsZones/A/delete", List.of(Repairs.dropRecord(zone.id(), vault)),
                List.of("Open " + Zones.said(zone) + " and delete record " + vault + "."),
                Zones.links(zone).isEmpty() ? Remedy.Caution.NONE : Remedy.Caution.LOCKS_OUT);
    }
}
