package linkdoctor.check.zone;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.Severity;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;

/** A link takes effect only some time after it was saved, whatever the portal says. */
public final class LinkReady implements Check {
    private static final Finding PENDING = Finding.fail("zone.link-pending",
            "The link between zone and network is not complete",
            "Until it is, questions from the network may still pass the zone by. A new link takes some minutes, even after "
                    + "the portal calls it done, and machines may keep old answers; a link that stays in progress for longer "
                    + "was made while another operation on the zone or the network was running.", Links.ZONE_LINKS);

    @Override
    public String id() {
        return "zone.link-ready";
    }

    @Override
    public String title() {
        return "The zone's link is complete";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PENDING);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<PrivateZone.Link> links = zones.serving().stream().flatMap(zone -> Zones.links(zone).stream())
                    .filter(link -> serves(zones, link)).toList();
            if (links.isEmpty()) {
                return Outcome.skipped("The zone is not linked to the network that asks.");
            }
            List<PrivateZone.Link> pending = links.stream().filter(link -> !link.complete()).toList();
            List<Remedy> remedies = pending.stream().flatMap(link -> Stream.of(wait(link), anew(link))).toList();
            boolean open = !zones.answers().saying(Resolution.Kind.PUBLIC_WITH_ALIAS).isEmpty();
            return pending.isEmpty() ? Outcome.pass(names(links) + " complete.")
                    : Outcome.problem(open ? PENDING : PENDING.as(Severity.WARN), names(pending) + " in state "
                            + pending.getFirst().state() + (open ? ", and the name still resolves to a public address." : "."),
                            remedies.toArray(Remedy[]::new));
        });
    }

    private static boolean serves(Zones zones, PrivateZone.Link link) {
        return Stream.concat(zones.asked().networks().stream(), zones.asked().others().stream()).anyMatch(link.network()::equals);
    }

    private static String names(List<PrivateZone.Link> links) {
        List<String> names = links.stream().map(link -> link.id().name() + " to " + link.network().name()).sorted().toList();
        return (names.size() == 1 ? "Link " : "Links ") + Voice.listed(names) + (names.size() == 1 ? " is" : " are");
    }

    private static Remedy wait(PrivateZone.Link pending) {
        return Remedy.byHand("Wait for link " + pending.id().name() + " and check again",
                "Give it ten minutes, then check again; restart the machine's DNS cache or the machine where it keeps the old answer.");
    }

    private static Remedy anew(PrivateZone.Link pending) {
        ResourceId zone = pending.id().parent();
        return new Remedy("Make link " + pending.id().name() + " anew when it stays in progress",
                "Until the new link is complete, machines of " + pending.network().name() + " resolve no name through the zone.",
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write, Microsoft.Network/privateDnsZones/virtualNetworkLinks/delete "
                        + "and Microsoft.Network/virtualNetworks/join/action",
                Repairs.linkAnew(zone, pending),
                List.of("Open zone " + zone.name() + " of resource group " + zone.resourceGroup() + ", Virtual network links; delete "
                        + pending.id().name() + ", then add a link of that name to " + pending.network().name() + ", auto registration off."));
    }
}
