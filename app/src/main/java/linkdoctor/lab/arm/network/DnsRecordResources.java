package linkdoctor.lab.arm.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Record sets of a private DNS zone: A, the SOA, and ALL of them. */
final class DnsRecordResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/privateDnsZones/";
    private final String kind;

    DnsRecordResources(String kind) {
        super(TYPE + kind);
        this.kind = kind;
    }

    @Override
    public List<ObjectNode> members(Call call) {
        return (kind.equals("ALL") ? Stream.of("SOA", "A") : Stream.of(kind))
                .flatMap(one -> call.estate().below(call.path().parent(), TYPE + one).stream()).toList();
    }

    @Override
    public Answer put(Call call) {
        Optional<Answer> refused = DnsZoneResources.precondition(call, "record set");
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean existed = call.document().isPresent();
        String name = call.path().name();
        // Clients write /a/ and /A/; Azure always shows the type in capitals.
        ObjectNode record = Json.object().put("id", call.path().parent().text() + "/" + kind + "/" + name)
                .put("name", name).put("type", type());
        ObjectNode properties = record.putObject("properties");
        properties.put("fqdn", (name.equals("@") ? "" : name + ".") + call.path().parent().name() + ".")
                .put("ttl", 3600).putArray("aRecords");
        properties.put("isAutoRegistered", false);
        return written(call, record, existed ? 200 : 201);
    }

    @Override
    public Answer patch(Call call) {
        return call.document().map(record -> written(call, record, 200))
                .orElseGet(() -> ArmErrors.notFound(call.path()));
    }

    private Answer written(Call call, ObjectNode record, int status) {
        ObjectNode properties = record.withObjectProperty("properties");
        for (Map.Entry<String, JsonNode> asked : call.body().path("properties").properties()) {
            switch (asked.getKey().toLowerCase(Locale.ROOT)) {
                case "ttl" -> properties.set("ttl", asked.getValue());
                case "arecords" -> properties.set("aRecords", asked.getValue());
                case "metadata" -> properties.set("metadata", asked.getValue());
                default -> { } // fqdn, isAutoRegistered and the like are Azure's to say
            }
        }
        record.put("etag", UUID.randomUUID().toString());
        call.estate().put(call.id(), record);
        return Answer.json(status, record).with("ETag", record.path("etag").asText());
    }
}
