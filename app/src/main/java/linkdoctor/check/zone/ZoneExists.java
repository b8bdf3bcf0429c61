package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.repair.ZoneGroup;
import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** Azure matches a private zone with the alias by its exact name and says nothing of one that is nearly right. */
public final class ZoneExists implements Check {
    private static final Finding MISSING = Finding.fail("zone.missing",
            "There is no private DNS zone of the required name",
            "Without the zone nothing turns the vault's private link alias into the endpoint's address, and every client "
                    + "gets the public one. It is made with the endpoint when that is created in the portal; scripts and "
                    + "templates must make it themselves, and it is easily deleted with a resource group.", Links.DIAGNOSTICS);
    private static final Finding MISNAMED = Finding.fail("zone.misnamed",
            "The private DNS zone has the wrong name",
            "Azure looks for a zone that is named exactly like the end of the alias; any other name is accepted without an "
                    + "error and never asked. Usually the zone was named after the vault's own host name, privatelink.vault…, "
                    + "instead of privatelink.vaultcore….", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "zone.exists";
    }

    @Override
    public String title() {
        return "A private DNS zone of the required name exists";
    }

    @Override
    public List<Finding> findings() {
        return List.of(MISSING, MISNAMED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.zones(), listing -> {
            Zones zones = Zones.of(facts, listing);
            String name = Zones.name(facts);
            if (!zones.exact().isEmpty()) {
                return Outcome.pass(exist(zones.exact()) + ".");
            }
            if (zones.answers().good() && !(zones.asked().certain() && zones.asked().direct())) {
                return Outcome.skipped("No zone " + name + " can be seen, yet the name resolves as it should, so another "
                        + "DNS server gives the answer: " + Answers.said(zones.answers().decisive()) + ".");
            }
            if (zones.hidden().isPresent()) {
                return Outcome.unknown(zones.hidden().get()).because(zones.evidence());
            }
            if (zones.answers().good() && zones.nearMisses().isEmpty()) {
                return Outcome.unknown("No zone " + name + " can be seen, yet Azure DNS gives the answer of one, so it stands where it cannot be read: "
                        + Answers.said(zones.answers().decisive()) + ".", "Microsoft.Network/privateDnsZones/read on the zone's resource group")
                        .because(zones.evidence());
            }
            Outcome outcome = zones.nearMisses().isEmpty()
                    ? Outcome.problem(MISSING, "No subscription that can be read holds a zone " + name + ".", create(zones))
                    : Outcome.problem(MISNAMED, exist(zones.nearMisses()) + ", but no zone " + name + zones.stillAnswered() + ".", create(zones));
            return outcome.because(zones.evidence());
        }).because(facts.requiredZones());
    }

    private static String exist(List<PrivateZone> zones) {
        return "There " + (zones.size() == 1 ? "is a " : "are ") + Voice.listed(zones.stream().map(Zones::said).toList());
    }

    private static Remedy create(Zones zones) {
        Optional<PrivateEndpoint> endpoint = zones.endpoints().stream().findFirst();
        return place(zones, endpoint).map(zone -> create(zones, endpoint, zone)).orElseGet(() -> Remedy.byHand(
                "Create zone " + Zones.name(zones.facts()) + ", link it and give it the vault's record",
                "Create a private DNS zone named exactly " + Zones.name(zones.facts()) + ".",
                "Link it to the network of the client or of its DNS servers, without auto registration.",
                "Open the private endpoint, DNS configuration, and add a configuration for the zone."));
    }

    private static Remedy create(Zones zones, Optional<PrivateEndpoint> endpoint, ResourceId zone) {
        List<Step> steps = new ArrayList<>(List.of(Repairs.createZone(zone)));
        zones.asked().networks().forEach(network -> steps.add(Repairs.link(zone, network, Repairs.linkName(network, List.of()))));
        Optional<Remedy> record = endpoint.map(one -> Repairs.zoneGroup(one, zone, zones.facts().target().vault(), Optional.empty())).or(() ->
                zones.reach().expected().known().flatMap(ips -> ips.stream().findFirst())
                        .map(ip -> Repairs.record(zone, zones.facts().target().vault(), ip)));
        record.ifPresent(one -> steps.addAll(one.steps()));
        List<String> portal = new ArrayList<>(List.of("Create a private DNS zone named exactly " + zone.name()
                + " in resource group " + zone.resourceGroup() + "."));
        zones.asked().networks().forEach(network -> portal.add("Link it to virtual network " + network.name()
                + ", without auto registration."));
        if (zones.asked().networks().isEmpty()) {
            portal.add("Link it to the network of the client or of its DNS servers, without auto registration.");
        }
        record.ifPresent(one -> portal.addAll(one.portal()));
        return new Remedy("Create zone " + zone.name() + ", link it and give it the vault's record", Repairs.NXDOMAIN_RISK,
                "Microsoft.Network/privateDnsZones/write, Microsoft.Network/privateDnsZones/virtualNetworkLinks/write and " + ZoneGroup.NEEDS,
                steps, portal);
    }

    /** Beside the misnamed zone, else beside the endpoint, else beside the vault. */
    private static Optional<ResourceId> place(Zones zones, Optional<PrivateEndpoint> endpoint) {
        Snapshot facts = zones.facts();
        Optional<ResourceId> beside = zones.nearMisses().stream().findFirst().map(PrivateZone::id)
                .or(() -> endpoint.map(PrivateEndpoint::id))
                .or(() -> facts.vault().known().flatMap(search -> search.vault()).map(vault -> vault.id()))
                .or(facts.target()::resourceId);
        return beside.map(one -> ResourceId.of("/subscriptions/" + one.subscription() + "/resourceGroups/" + one.resourceGroup()
                + "/providers/Microsoft.Network/privateDnsZones/" + Zones.name(facts)));
    }
}
