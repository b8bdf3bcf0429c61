package linkdoctor.remedy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.facts.ResourceId;

/**
 * How a script reads the present state of what it is about to change: lines of text, none when the resource is not there.
 *
 * @param resource what is read
 * @param path     path at Azure Resource Manager, with its query
 * @param fields   what of the answer counts, in order
 */
public record Reading(ResourceId resource, String path, List<Field> fields) {
    public Reading {
        fields = List.copyOf(fields);
    }

    public static Reading of(ResourceId resource, Api api, Field... fields) {
        return new Reading(resource, encoded(resource.text()) + "?api-version=" + api.version(), List.of(fields));
    }

    /** Whether a resource is there at all. */
    public static Reading presence(ResourceId resource, Api api) {
        return of(resource, api, Field.at("name"));
    }

    /** Reads a list below a resource, of which the service itself takes a part. */
    public static Reading filtered(ResourceId resource, String below, Api api, String filter, Field... fields) {
        return new Reading(resource, encoded(resource.text() + below) + "?api-version=" + api.version() + "&$filter=" + encoded(filter), List.of(fields));
    }

    /** The query for the Azure CLI's {@code --query}: one flat list without what is missing. */
    public String jmesPath() {
        return fields.stream().map(Field::jmesPath).collect(Collectors.joining(", ", "[", "][] | [?@]"));
    }

    /** The same in PowerShell, of a document in {@code $it}. */
    public String powershell() {
        return fields.stream().map(Field::powershell).collect(Collectors.joining("; "));
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", one & 0xff));
            }
        }
        return encoded.toString();
    }
}
