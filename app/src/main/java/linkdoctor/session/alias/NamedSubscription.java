package linkdoctor.session.alias;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** A subscription with its name, as a document of facts tells of it. */
record NamedSubscription(String id, String name) {

    static List<NamedSubscription> all(JsonNode facts) {
        JsonNode all = facts.path("vault").path("value").path("searched").path("items");
        return StreamSupport.stream(all.spliterator(), false).map(one -> new NamedSubscription(one.path("id").asText(), one.path("name").asText())).toList();
    }
}
