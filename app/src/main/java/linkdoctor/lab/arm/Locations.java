package linkdoctor.lab.arm;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** The regions of the practice Azure: a few of Azure's. */
final class Locations {
    private record Region(String name, String displayName, String geographyGroup, String paired) {
    }

    private static final List<Region> REGIONS = List.of(new Region("eastus", "East US", "US", "westus"),
            new Region("westus", "West US", "US", "eastus"),
            new Region("westeurope", "West Europe", "Europe", "northeurope"),
            new Region("northeurope", "North Europe", "Europe", "westeurope"));

    private Locations() {
    }

    static Answer answer(Call call) {
        String prefix = "/subscriptions/" + call.id().subscription() + "/locations/";
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        for (Region region : REGIONS) {
            ObjectNode one = value.addObject().put("id", prefix + region.name()).put("name", region.name())
                    .put("type", "Region").put("displayName", region.displayName())
                    .put("regionalDisplayName", "(" + region.geographyGroup() + ") " + region.displayName());
            ObjectNode metadata = one.putObject("metadata").put("regionType", "Physical")
                    .put("regionCategory", "Recommended").put("geographyGroup", region.geographyGroup());
            metadata.putArray("pairedRegion").addObject().put("name", region.paired())
                    .put("id", prefix + region.paired());
        }
        return Answer.json(200, body);
    }
}
