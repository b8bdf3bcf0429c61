package linkdoctor.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pasted text and all that must be read from it, from the files of cases beside this test's name. */
public record Case(String name, Map<String, String> expected, String text) {

    public static Stream<Case> all() {
        return Stream.of("network", "rights", "identity", "transport", "vault", "none", "unknown").flatMap(Case::in);
    }

    static Stream<Case> in(String file) {
        try (InputStream in = Case.class.getResourceAsStream("/linkdoctor/explain/" + file + ".txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^== ")).filter(part -> !part.isBlank()).map(Case::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String part) {
        String[] halves = part.split("(?m)^--\n", 2);
        String[] head = halves[0].split("\n");
        Map<String, String> expected = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] pair = head[i].split(": ", 2);
            expected.put(pair[0], pair[1]);
        }
        return new Case(head[0], expected, halves[1].replaceFirst("\n$", ""));
    }

    String layer() {
        return expected.get("layer");
    }

    /** What an explanation holds, in the words of the files. */
    static Map<String, String> of(Explanation explanation) {
        Map<String, String> values = new TreeMap<>();
        values.put("layer", explanation.layer().word());
        put(values, "code", explanation.code());
        put(values, "inner", explanation.innerCode());
        put(values, "from", explanation.clientAddress());
        put(values, "vault", explanation.vault());
        put(values, "location", explanation.location());
        put(values, "action", explanation.action());
        put(values, "app", explanation.caller().appId());
        put(values, "object", explanation.caller().objectId());
        put(values, "tenant", explanation.caller().tenant());
        put(values, "resource", explanation.caller().resourceId());
        return values;
    }

    private static void put(Map<String, String> values, String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, text));
    }

    @Override
    public String toString() {
        return name;
    }
}
