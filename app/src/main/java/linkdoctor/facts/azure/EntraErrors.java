package linkdoctor.facts.azure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entra ID's error numbers, each with what stands in the way and what to do; they stand in {@code entra-errors.txt}. */
public final class EntraErrors {
    private static final Pattern NUMBER = Pattern.compile("(?i)AADSTS(\\d{4,8})(?!\\d)");
    /** Any refusal by Conditional Access, whatever its number. */
    private static final String POLICY = "53003";
    private static final Map<String, Entry> ALL = read();

    private EntraErrors() {
    }

    /**
     * One obstacle, for whatever application met it.
     *
     * @param said what stands in the way, after "because"
     * @param todo imperatives
     */
    public record Obstacle(String said, List<String> todo) {
        public Obstacle {
            todo = List.copyOf(todo);
        }
    }

    /** @param sentence what to do, for whoever signs in here; empty when the obstacle says it all */
    private record Entry(Obstacle obstacle, String sentence) {
    }

    /** The first AADSTS number in a text. */
    public static Optional<String> number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** What stands in the way. */
    public static Obstacle obstacle(String number) {
        return Optional.ofNullable(ALL.get(number)).map(Entry::obstacle).orElseGet(EntraErrors::other);
    }

    /** What stands in the way by a refusal that tells no number. */
    public static Obstacle other() {
        return new Obstacle("Entra ID refused it", List.of("Look up the number at https://login.microsoftonline.com/error.", policy().todo().getLast()));
    }

    /** What stands in the way where a Conditional Access policy refused. */
    public static Obstacle policy() {
        return ALL.get(POLICY).obstacle();
    }

    /** One sentence, with the number, for whoever signs in. */
    public static String sentence(String number) {
        Optional<Entry> entry = Optional.ofNullable(ALL.get(number));
        return entry.map(Entry::sentence).filter(said -> !said.isEmpty())
                .or(() -> entry.map(one -> "Entra ID gives no token because " + one.obstacle().said()))
                .orElse("Entra ID refused the sign-in: look up the number at https://login.microsoftonline.com/error?code=" + number) + " (AADSTS" + number + ").";
    }

    private static Map<String, Entry> read() {
        try (InputStream in = EntraErrors.class.getResourceAsStream("entra-errors.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program has no table of Entra ID's numbers");
            }
            return parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Entry> parsed(String text) {
        Map<String, Entry> all = new HashMap<>();
        String said = "";
        List<String> todo = new ArrayList<>();
        for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty() && !one.startsWith("#")).toList()) {
            if (line.startsWith("[")) {
                said = line.substring(1, line.length() - 1);
                todo.clear();
            } else if (line.startsWith("- ")) {
                todo.add(line.substring(2));
            } else {
                String[] parts = line.split(" ", 2);
                all.put(parts[0], new Entry(new Obstacle(said, todo), parts.length > 1 ? parts[1] : ""));
            }
        }
        return Map.copyOf(all);
    }
}
