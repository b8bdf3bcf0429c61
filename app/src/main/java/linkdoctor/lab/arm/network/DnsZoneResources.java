package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Private DNS zones; any name is taken, even one that no private endpoint can use. */
final class DnsZoneResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/privateDnsZones";

    DnsZoneResources() {
        super(TYPE);
    }

    @Override
    public ObjectNode shown(ObjectNode zone, Call call) {
        ResourceId id = ResourceId.of(zone.path("id").asText());
        ObjectNode shown = zone.deepCopy();
        shown.withObjectProperty("properties")
                .put("numberOfRecordSets", call.estate().below(id, DnsRecordResources.TYPE + "A").size()
                        + call.estate().below(id, DnsRecordResources.TYPE + "SOA").size())
                .put("numberOfVirtualNetworkLinks", call.estate().below(id, DnsLinkResources.TYPE).size());
        return shown;
    }

    @Override
    public Answer put(Call call) {
        Optional<Answer> refused = precondition(call, "zone");
        if (refused.isPresent()) {
            return refused.get();
        }
        ObjectNode zone = call.document().orElseGet(() -> created(call));
        zone.put("etag", UUID.randomUUID().toString());
        if (call.body().path("tags").isObject()) {
            zone.set("tags", call.body().get("tags"));
        }
        call.estate().put(call.id(), zone);
        return call.operations().privateDns(call);
    }

    private static ObjectNode created(Call call) {
        String name = call.path().name();
        ResourceId soa = ResourceId.of(call.id().text() + "/SOA/@");
        call.estate().put(soa, Json.object("""
                {"id": "%s", "name": "@", "type": "Microsoft.Network/privateDnsZones/SOA", "etag": "%s",
                 "properties": {"fqdn": "%s.", "ttl": 3600, "soaRecord": {
                   "email": "azureprivatedns-host.microsoft.com", "expireTime": 2419200,
                   "host": "azureprivatedns.net", "minimumTtl": 10, "refreshTime": 3600, "retryTime": 300,
                   "serialNumber": 1}, "isAutoRegistered": false}}"""
                .formatted(soa.text(), UUID.randomUUID(), name)));
        return Json.object("""
                {"id": "%s", "name": "%s", "type": "Microsoft.Network/privateDnsZones", "location": "global",
                 "properties": {"maxNumberOfRecordSets": 25000, "maxNumberOfVirtualNetworkLinks": 1000,
                  "maxNumberOfVirtualNetworkLinksWithRegistration": 100, "numberOfRecordSets": 1,
                  "numberOfVirtualNetworkLinks": 0, "numberOfVirtualNetworkLinksWithRegistration": 0,
                  "provisioningState": "Succeeded"}}""".formatted(call.id().text(), name));
    }

    /** If-None-Match and If-Match, as the CLI's "create" and "update" send them. */
    static Optional<Answer> precondition(Call call, String thing) {
        Optional<ObjectNode> found = call.document();
        boolean clash = call.request().header("If-None-Match").filter("*"::equals).isPresent() && found.isPresent();
        boolean stale = call.request().header("If-Match").filter(etag -> !etag.isEmpty() && !etag.equals("*"))
                .filter(etag -> found.map(one -> !one.path("etag").asText().equals(etag)).orElse(true)).isPresent();
        return clash ? Optional.of(ArmErrors.of(412, "PreconditionFailed", "The " + thing + " " + call.path().name()
                + " exists already and hence cannot be created again."))
                : stale ? Optional.of(ArmErrors.of(412, "PreconditionFailed", "The " + thing + " " + call.path().name()
                        + " has been modified (etag mismatch).")) : Optional.empty();
    }

    @Override
    public Answer delete(Call call) {
        if (!call.estate().below(call.id(), DnsLinkResources.TYPE).isEmpty()) {
            return ArmErrors.of(409, "CannotDeleteResource", "Can not delete resource before nested resources are "
                    + "deleted.");
        }
        return call.estate().remove(call.id()) ? call.operations().privateDns(call) : Answer.empty(204);
    }
}
