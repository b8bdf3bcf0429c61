package linkdoctor.lab.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An HTTP request as it came off the wire.
 *
 * @param rawTarget path and query, undecoded; may begin with two slashes, as the Azure SDK for Java sends it
 * @param headers   by name, whatever its case
 */
public record Request(String method, String rawTarget, Map<String, String> headers, byte[] body) {

    public Request {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public static Request get(String rawTarget) {
        return new Request("GET", rawTarget, Map.of(), new byte[0]);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The decoded path, with doubled slashes folded and none at the end. */
    public String path() {
        return "/" + String.join("/", segments());
    }

    /** The decoded segments of the path. */
    public List<String> segments() {
        String path = rawTarget.split("\\?", 2)[0];
        // A plus is a plus in a path; the decoder is made for forms and would make it a space.
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty())
                .map(segment -> decoded(segment.replace("+", "%2B"))).toList();
    }

    /** The query's parameters in their order, decoded; names in lower case, the last one wins. */
    public Map<String, String> query() {
        int mark = rawTarget.indexOf('?');
        return mark < 0 ? Map.of() : form(rawTarget.substring(mark + 1));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query().get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body read as a form. */
    public Map<String, String> form() {
        return form(text());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.put(decoded(parts[0]).toLowerCase(Locale.ROOT),
                        parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text; // a bad escape stands for itself: the resource it names is then simply not found
        }
    }
}
