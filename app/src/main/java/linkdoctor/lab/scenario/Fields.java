package linkdoctor.lab.scenario;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fields of a document by path: {@code properties.subnets[snet-app].properties.addressPrefix}; in brackets stands an
 * element's position or its name.
 */
final class Fields {
    private Fields() {
    }

    static void set(Line line, ObjectNode document, String path, JsonNode value) {
        List<String> steps = steps(line, path);
        JsonNode holder = walk(line, document, steps, path);
        String last = steps.getLast();
        switch (holder) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array -> array.set(position(line, array, last), value);
            default -> throw new BadLine(line, "nothing can be set below " + path + ".");
        }
    }

    static void unset(Line line, ObjectNode document, String path) {
        List<String> steps = steps(line, path);
        JsonNode holder = walk(line, document, steps, path);
        boolean gone = switch (holder) {
            case ObjectNode object -> object.remove(steps.getLast()) != null;
            case ArrayNode array -> array.remove(position(line, array, steps.getLast())) != null;
            default -> false;
        };
        if (!gone) {
            throw new BadLine(line, "there is no " + path + " to take away.");
        }
    }

    /** Down to what holds the last step; objects on the way are made where they are missing. */
    private static JsonNode walk(Line line, ObjectNode document, List<String> steps, String path) {
        JsonNode at = document;
        for (int i = 0; i < steps.size() - 1; i++) {
            String step = steps.get(i);
            at = switch (at) {
                case ObjectNode object -> object.has(step) ? object.get(step) : object.putObject(step);
                case ArrayNode array -> array.get(position(line, array, step));
                default -> throw new BadLine(line, path + " leads through a value that has no fields.");
            };
        }
        return at;
    }

    private static int position(Line line, ArrayNode array, String step) {
        for (int i = 0; i < array.size(); i++) {
            if (String.valueOf(i).equals(step) || array.get(i).path("name").asText().equalsIgnoreCase(step)) {
                return i;
            }
        }
        throw new BadLine(line, "there is no element " + step + " in that list.");
    }

    private static List<String> steps(Line line, String path) {
        List<String> steps = List.of(path.replace("[", ".").replace("]", "").split("\\."));
        if (steps.isEmpty() || steps.contains("")) {
            throw new BadLine(line, path + " names no field.");
        }
        return steps;
    }
}
