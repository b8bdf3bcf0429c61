package linkdoctor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of practice cases; {@code scenarios.txt} names them in the order of the guide. */
public final class Scenarios {
    private Scenarios() {
    }

    /** In the order of the guide, {@code healthy} first. */
    public static List<String> names() {
        return List.copyOf(groups().keySet());
    }

    /** Each with the heading it stands under. */
    public static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        String heading = "";
        for (String line : read("scenarios.txt").orElse("").lines().map(String::strip).toList()) {
            if (line.startsWith("#")) {
                heading = line.substring(1).strip();
            } else if (!line.isEmpty()) {
                groups.put(line, heading);
            }
        }
        return groups;
    }

    public static List<Scenario> all() {
        return names().stream().map(name -> named(name).orElseThrow(
                () -> new IllegalStateException("scenarios.txt names " + name + ", and there is no such file"))).toList();
    }

    public static Optional<Scenario> named(String name) {
        return name.matches("[a-z0-9-]+") ? read(name + ".scenario").map(text -> Scenario.of(name, text))
                : Optional.empty();
    }

    private static Optional<String> read(String file) {
        try (InputStream in = Scenarios.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
