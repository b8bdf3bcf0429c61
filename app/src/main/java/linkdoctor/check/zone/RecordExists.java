package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** The zone that is asked must hold an A record with the vault's bare name. */
public final class RecordExists implements Check {
    private static final Finding MISSING = Finding.fail("zone.record-missing",
            "The private DNS zone has no record for the vault",
            "A zone that is asked and does not know the vault answers that the name does not exist, or, where the link falls "
                    + "back to the Internet, lets the public address through. Usually the endpoint has no zone group, its zone "
                    + "group writes into another zone, or removing another endpoint took the record along.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "zone.record-exists";
    }

    @Override
    public String title() {
        return "The zone holds the vault's record";
    }

    @Override
    public List<Finding> findings() {
        return List.of(MISSING);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<Failure> unread = zones.judged().stream().flatMap(zone -> zone.records().trouble().stream()).toList();
            if (!unread.isEmpty()) {
                return Outcome.unknown(unread.getFirst());
            }
            List<PrivateZone> without = lacking(zones);
            String vault = facts.target().vault();
            if (without.isEmpty()) {
                return Outcome.pass(Voice.listed(zones.judged().stream().flatMap(zone -> Zones.record(zone).stream()
                        .map(record -> Zones.said(zone) + " holds record " + record.name() + " with "
                                + Voice.listed(record.addresses()))).toList()) + ".");
            }
            if (zones.answeredElsewhere()) {
                return Outcome.skipped("Record " + vault + " is missing in " + said(without) + ", yet the name resolves as it "
                        + "should, so another DNS server gives the answer: " + Answers.said(zones.answers().decisive()) + ".");
            }
            if (zones.serving().isEmpty() && zones.hidden().isPresent()) {
                return Outcome.unknown(zones.hidden().get());
            }
            return Outcome.problem(MISSING, "Record " + vault + " is missing in " + said(without) + elsewhere(zones, without) + zones.stillAnswered() + ".",
                    remedies(zones, without.getFirst()).toArray(Remedy[]::new));
        });
    }

    /** Where it is not known which zone the client asks, one with the record may be it. */
    private static List<PrivateZone> lacking(Zones zones) {
        List<PrivateZone> without = zones.judged().stream().filter(zone -> Zones.record(zone).isEmpty()).toList();
        boolean some = without.size() < zones.judged().size();
        return zones.asked().certain() || !some ? without : without.stream()
                .filter(zone -> zones.endpoints().stream().anyMatch(one -> Zones.linkedTo(zone, List.of(one.network())))).toList();
    }

    private static String said(List<PrivateZone> zones) {
        return Voice.listed(zones.stream().map(Zones::said).toList());
    }

    /** A network keeps to the one zone of a name that it is linked to: a record in another does not help. */
    private static String elsewhere(Zones zones, List<PrivateZone> without) {
        List<PrivateZone> other = zones.exact().stream().filter(zone -> !without.contains(zone) && Zones.record(zone).isPresent()).toList();
        return other.isEmpty() ? "" : ", and a network cannot be linked to " + said(other) + ", which holds it, as well";
    }

    private static List<Remedy> remedies(Zones zones, PrivateZone zone) {
        List<Remedy> remedies = new ArrayList<>();
        Optional<PrivateEndpoint> endpoint = RecordRight.writer(zones, zone);
        endpoint.ifPresent(one -> remedies.add(Repairs.zoneGroup(one, zone.id(), zones.facts().target().vault(), Optional.empty())));
        Optional<Ip> ip = zones.right(zone).stream().filter(Ip::v4).findFirst();
        ip.ifPresent(one -> remedies.add(Repairs.record(zone.id(), zones.facts().target().vault(), one)));
        return !remedies.isEmpty() ? remedies : List.of(Remedy.byHand("Give the zone the vault's record once the endpoint is in force",
                "Create or repair the private endpoint first.",
                "Then open it, DNS configuration, and add a configuration for " + Zones.said(zone) + "."));
    }
}
