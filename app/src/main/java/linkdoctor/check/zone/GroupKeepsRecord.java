package linkdoctor.check.zone;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** A zone group keeps the record in step with the endpoint; a record kept by hand goes stale with the next endpoint. */
public final class GroupKeepsRecord implements Check {
    private static final Finding NO_GROUP = Finding.note("zone.no-group",
            "The record is kept by hand",
            "When the endpoint is created anew it gets another address, and nobody tells a record that no zone group writes. "
                    + "It is common where a central team owns the zone and endpoints are made elsewhere.", Links.ENDPOINT_DNS);

    @Override
    public String id() {
        return "zone.group-keeps-record";
    }

    @Override
    public String title() {
        return "A zone group of the endpoint keeps the record";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NO_GROUP);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<PrivateZone> holding = zones.serving().stream().filter(zone -> Zones.record(zone).isPresent()).toList();
            if (holding.isEmpty()) {
                return Outcome.skipped("There is no record in a zone that is asked.");
            }
            return Given.the(zones.reach().effective(), endpoints -> {
                List<PrivateZone> alone = holding.stream().filter(zone -> !zones.written(zone)).toList();
                Outcome outcome;
                if (alone.isEmpty()) {
                    outcome = Outcome.pass("Endpoint " + Voice.listed(endpoints.stream()
                            .filter(one -> holding.stream().anyMatch(zone -> Zones.writesTo(one).contains(zone.id())))
                            .map(one -> one.id().name()).sorted().toList()) + " writes the record.");
                } else {
                    Optional<Failure> unread = endpoints.stream().flatMap(one -> one.zoneGroups().trouble().stream()).findFirst();
                    outcome = unread.isPresent() || !zones.reach().allRead()
                            ? Outcome.unknown(unread.orElseGet(() -> Failure.of(Failure.Kind.DENIED,
                                    "Not every endpoint of the vault can be read.")))
                            : Outcome.problem(NO_GROUP, "No zone group writes the record in "
                                    + Voice.listed(alone.stream().map(Zones::said).toList()) + ".", remedy(zones, alone.getFirst()));
                }
                return outcome.because(endpoints.stream().flatMap(one -> one.zoneGroups().evidence().stream()).toList());
            });
        });
    }

    private static Remedy remedy(Zones zones, PrivateZone zone) {
        Optional<PrivateEndpoint> endpoint = RecordRight.writer(zones, zone);
        return endpoint.map(one -> Repairs.zoneGroup(one, zone.id(), zones.facts().target().vault(), Zones.record(zone))).orElseGet(() -> Remedy.byHand(
                "Let a zone group write the record", "Open the private endpoint, DNS configuration, and add a configuration for "
                        + Zones.said(zone) + "."));
    }
}
