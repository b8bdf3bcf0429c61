package linkdoctor.check.zone;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** The guide wants the record's time to live between 10 and 600 seconds. */
public final class RecordTtl implements Check {
    private static final long SHORTEST = 10;
    private static final long LONGEST = 600;
    private static final Finding OUT_OF_RANGE = Finding.warn("zone.ttl-out-of-range",
            "The record's time to live is out of range",
            "Clients keep an old address for as long as the time to live says: too long, and a repair reaches them late; too "
                    + "short, and every request asks anew. A record written by hand gets 3600 seconds unless told "
                    + "otherwise; a zone group writes 10.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "zone.record-ttl";
    }

    @Override
    public String title() {
        return "The record's time to live is between 10 and 600 seconds";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OUT_OF_RANGE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<PrivateZone> holding = zones.judged().stream().filter(zone -> Zones.record(zone).isPresent()).toList();
            return holding.isEmpty() ? Outcome.skipped("There is no record to look at.")
                    : Outcome.problems(holding.stream().flatMap(RecordTtl::found).toList(), "The record lives for "
                            + Voice.listed(holding.stream().map(zone -> Zones.record(zone).orElseThrow().ttl()).distinct().toList())
                            + " seconds.");
        });
    }

    private static Stream<Found> found(PrivateZone zone) {
        PrivateZone.RecordSet record = Zones.record(zone).orElseThrow();
        if (record.ttl() >= SHORTEST && record.ttl() <= LONGEST) {
            return Stream.empty();
        }
        Remedy shorten = new Remedy("Set the time to live of record " + record.name() + " to " + Repairs.TTL + " seconds", "",
                "Microsoft.Network/privateDnsZones/A/write", List.of(Repairs.ttl(zone.id(), record.name())),
                List.of("Open " + Zones.said(zone) + ", record " + record.name() + ", and set TTL to " + Repairs.TTL + " seconds."));
        return Stream.of(new Found(OUT_OF_RANGE, "Record " + record.name() + " in " + Zones.said(zone) + " lives for "
                + record.ttl() + " seconds.", List.of(shorten)));
    }
}
