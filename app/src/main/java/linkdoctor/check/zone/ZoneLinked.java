package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Failure;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** A zone answers only questions that come from a network it is linked to: the client's, or that of its DNS servers. */
public final class ZoneLinked implements Check {
    private static final Finding NOT_LINKED = Finding.fail("zone.not-linked",
            "The private DNS zone is not linked to the network that asks",
            "Questions from a network without a link pass the zone by and end at the public address, while every resource "
                    + "looks healthy in the portal. Usually only the endpoint's own network was linked, or the network with "
                    + "the DNS servers was forgotten; a network can be linked to one zone of a name only.", Links.ZONE_LINKS);

    @Override
    public String id() {
        return "zone.linked";
    }

    @Override
    public String title() {
        return "The zone is linked to the network that this machine's questions come from";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NOT_LINKED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Zones.the(facts, zones -> {
            List<ResourceId> bare = zones.unlinked();
            boolean nowhere = zones.exact().stream().allMatch(zone -> zone.links().known().filter(List::isEmpty).isPresent());
            if (!zones.serving().isEmpty() && bare.isEmpty()) {
                return Outcome.pass(Voice.listed(zones.serving().stream().map(ZoneLinked::linked).toList()) + ".");
            }
            if (zones.answeredElsewhere()) {
                return Outcome.pass("The name resolves as it should, so " + (bare.isEmpty() ? "the network that asks"
                        : names(bare)) + " needs no link of its own: " + Answers.said(zones.answers().decisive()) + ".");
            }
            List<Failure> unread = Stream.concat(zones.hidden().stream(),
                    zones.exact().stream().flatMap(zone -> zone.links().trouble().stream())).toList();
            if (!unread.isEmpty()) {
                return Outcome.unknown(unread.getFirst());
            }
            if (bare.isEmpty() && !nowhere) {
                return Outcome.skipped("Neither the client's network nor an endpoint's is known, so which link is needed cannot be told.");
            }
            String to = bare.isEmpty() ? "any network" : names(bare);
            return Outcome.problem(NOT_LINKED, "No zone " + Zones.name(facts) + " is linked to " + to + zones.stillAnswered() + ".", link(zones, bare));
        });
    }

    private static String linked(PrivateZone zone) {
        return Zones.said(zone) + " is linked to " + names(Zones.links(zone).stream().map(PrivateZone.Link::network).toList());
    }

    private static String names(List<ResourceId> networks) {
        return Voice.listed(networks.stream().map(ResourceId::name).sorted().distinct().toList());
    }

    private static Remedy link(Zones zones, List<ResourceId> bare) {
        PrivateZone zone = zones.judged().getFirst();
        List<Step> steps = new ArrayList<>();
        List<String> portal = new ArrayList<>();
        bare.forEach(network -> {
            steps.add(Repairs.link(zone.id(), network, Repairs.linkName(network, Zones.links(zone))));
            portal.add("Open " + Zones.said(zone) + ", Virtual network links, Add: virtual network " + network.name()
                    + ", auto registration off.");
        });
        if (portal.isEmpty()) {
            portal.add("Open " + Zones.said(zone) + ", Virtual network links, and add the network of the client or of its DNS servers.");
        }
        return new Remedy("Link " + Zones.said(zone) + (bare.isEmpty() ? " to the client's network" : " to " + names(bare)),
                Repairs.NXDOMAIN_RISK,
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write and Microsoft.Network/virtualNetworks/join/action",
                steps, portal);
    }
}
