package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** The record must hold the endpoint's address and no other. */
public final class RecordRight implements Check {
    private static final Finding WRONG = Finding.fail("zone.record-wrong-ip",
            "The vault's record holds a wrong address",
            "Clients are sent to an address where the vault's endpoint is not. Usually the endpoint was deleted and created "
                    + "anew, which gives it another address, or two endpoints in different networks share one zone and "
                    + "the last one to write wins.", Links.DIAGNOSTICS);
    private static final Finding EXTRA = Finding.fail("zone.record-extra-ip",
            "The vault's record holds another address beside the endpoint's",
            "Answers take turns, so that a part of the requests goes to the wrong address and fails. Usually the address of "
                    + "an earlier endpoint stayed in the record, or two endpoints in different networks share one zone, "
                    + "which needs a zone for each network.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "zone.record-right";
    }

    @Override
    public String title() {
        return "The record holds the endpoint's address and no other";
    }

    @Override
    public List<Finding> findings() {
        return List.of(WRONG, EXTRA);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<PrivateZone> holding = zones.judged().stream().filter(zone -> Zones.record(zone).isPresent()).toList();
            if (holding.isEmpty()) {
                return Outcome.skipped("There is no record to look at.");
            }
            return Given.the(zones.reach().expected(), expected -> {
                List<Found> found = holding.stream().flatMap(zone -> found(zones, zone)).toList();
                if (found.isEmpty()) {
                    return Outcome.pass(Voice.listed(holding.stream().map(RecordRight::held).toList()) + ", the endpoint's address.");
                }
                if (zones.answeredElsewhere()) {
                    return Outcome.skipped(found.getFirst().said().replaceFirst("\\.$", "") + ", yet the name resolves as it "
                            + "should, so another DNS server gives the answer: " + Answers.said(zones.answers().decisive()) + ".");
                }
                return zones.certainOfAddresses() ? Outcome.problems(found, "")
                        : Outcome.unknown(found.getFirst().said().replaceFirst("\\.$", "")
                                + ", but not every endpoint of the vault can be read.",
                                "Microsoft.Network/privateEndpoints/read on the endpoint");
            });
        });
    }

    private static String held(PrivateZone zone) {
        return Zones.said(zone) + " holds " + Voice.listed(Zones.record(zone).orElseThrow().addresses());
    }

    private static Stream<Found> found(Zones zones, PrivateZone zone) {
        List<Ip> held = Zones.record(zone).orElseThrow().addresses();
        List<Ip> right = zones.right(zone);
        List<Ip> stray = held.stream().filter(ip -> !right.contains(ip)).sorted().distinct().toList();
        if (stray.isEmpty()) {
            return Stream.empty();
        }
        String vault = zones.facts().target().vault();
        List<Remedy> remedies = new ArrayList<>();
        boolean extra = stray.size() < held.stream().distinct().count();
        if (extra) {
            remedies.add(Repairs.addresses(zone.id(), vault, List.of(), stray));
        } else {
            writer(zones, zone).ifPresent(endpoint -> remedies.add(Repairs.zoneGroup(endpoint, zone.id(), vault, Zones.record(zone))));
            right.stream().filter(Ip::v4).findFirst()
                    .ifPresent(ip -> remedies.add(Repairs.addresses(zone.id(), vault, List.of(ip), stray)));
        }
        return Stream.of(new Found(extra ? EXTRA : WRONG, "Record " + vault + " in " + Zones.said(zone) + " holds " + Voice.listed(stray)
                + (extra ? " beside " : " instead of ") + Voice.listed(right) + ".", remedies));
    }

    /** The endpoint that should write this zone's record. */
    static Optional<PrivateEndpoint> writer(Zones zones, PrivateZone zone) {
        List<Ip> right = zones.right(zone);
        return zones.endpoints().stream().filter(one -> one.addresses().stream().anyMatch(right::contains)).findFirst();
    }
}
