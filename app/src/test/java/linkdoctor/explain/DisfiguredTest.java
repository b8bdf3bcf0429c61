package linkdoctor.explain;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people, tools and pages do to a text on its way never makes a wrong layer of it: the right one, or unknown. */
class DisfiguredTest {
    private static final int TIMES = 150;
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12,13}");
    private static final Pattern V4 = Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])");
    private static final List<String> MASKS = List.of("***", "<redacted>", "xxxx", "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX", "[masked]", "", "…");

    /** Ways that lose nothing: the same must be read as before. */
    static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("a JSON text", (BiFunction<String, Random, String>) (text, random) -> "\"" + json(text) + "\""),
                Arguments.of("a JSON text in one", (BiFunction<String, Random, String>) (text, random) -> "{\"m\":\"" + json("{\"b\":\"" + json(text) + "\"}") + "\"}"),
                Arguments.of("HTML", (BiFunction<String, Random, String>) (text, random) -> text.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;")
                        .replace("<", "&lt;").replace(">", "&gt;")),
                Arguments.of("unicode escapes", (BiFunction<String, Random, String>) (text, random) -> text.replace("\"", "\\u0022").replace("'", "\\u0027")),
                Arguments.of("typographic quotes", (BiFunction<String, Random, String>) (text, random) -> text.replace('"', "“”„»«″".charAt(random.nextInt(6))).replace('\'', '’')),
                Arguments.of("a CSV field", (BiFunction<String, Random, String>) (text, random) -> "2026-01-01,\"" + text.replace("\"", "\"\"") + "\",x"),
                Arguments.of("a box", (BiFunction<String, Random, String>) (text, random) -> text.lines().reduce("╷\n", (all, line) -> all + "│ " + line + "\n") + "╵"),
                Arguments.of("a quotation", (BiFunction<String, Random, String>) (text, random) -> text.lines().reduce("", (all, line) -> all + "> > " + line + "\n")),
                Arguments.of("Windows line ends", (BiFunction<String, Random, String>) (text, random) -> text.replace("\n", "\r\n") + "\r\n"),
                Arguments.of("hard blanks", (BiFunction<String, Random, String>) (text, random) -> text.replace(' ', '\u00a0')),
                Arguments.of("colours", (BiFunction<String, Random, String>) (text, random) -> "\u001b[31m" + text.replace("\n", "\u001b[0m\n\u001b[1;31m") + "\u001b[0m"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void whatIsEscapedIsReadAlike(String way, BiFunction<String, Random, String> escape) {
        Random random = new Random(1);
        // What is cut off already looks whole when it is wrapped whole.
        Case.all().filter(one -> !one.name().startsWith("cut off")).forEach(one -> assertThat(Case.of(Explainer.explain(escape.apply(one.text(), random)))).as(way + ": " + one).isEqualTo(one.expected()));
    }

    @ParameterizedTest
    @MethodSource("linkdoctor.explain.Case#all")
    void cutOffAnywhere(Case one) {
        Random random = new Random(2);
        for (int i = 0; i < TIMES; i++) {
            int from = random.nextInt(3) > 0 ? 0 : random.nextInt(one.text().length() + 1);
            String cut = one.text().substring(from, from + random.nextInt(one.text().length() - from + 1));
            rightOrUnknown(one, cut);
            rightOrUnknown(one, "..." + cut + "...");
        }
    }

    @ParameterizedTest
    @MethodSource("linkdoctor.explain.Case#all")
    void brokenOverLinesAnywhere(Case one) {
        Random random = new Random(3);
        for (int i = 0; i < TIMES / 5; i++) {
            int width = 20 + random.nextInt(100);
            String indent = List.of("", "    ", "│ ", "\t").get(random.nextInt(4));
            String broken = one.text().replaceAll("(.{" + width + "})", "$1\n" + indent);
            Explanation explanation = Explainer.explain(broken);
            assertThat(explanation.layer().word()).as(broken).isEqualTo(one.layer());
            assertThat(explanation.code().orElse("")).as(broken).isEqualTo(one.expected().getOrDefault("code", ""));
            noWrongValue(one, explanation, broken);
        }
    }

    @ParameterizedTest
    @MethodSource("linkdoctor.explain.Case#all")
    void maskedAnywhere(Case one) {
        Random random = new Random(4);
        for (int i = 0; i < TIMES / 5; i++) {
            String mask = MASKS.get(random.nextInt(MASKS.size())).replace("$", "\\$");
            String masked = one.text();
            masked = random.nextBoolean() ? GUID.matcher(masked).replaceAll(mask) : masked;
            masked = random.nextBoolean() && !masked.contains("169.254.169.254") ? V4.matcher(masked).replaceAll(mask) : masked;
            masked = random.nextBoolean() ? masked.replace(one.expected().getOrDefault("vault", "\0"), mask) : masked;
            rightOrUnknown(one, masked);
            if (!one.layer().equals("unknown") && one.expected().containsKey("inner")) {
                assertThat(Explainer.explain(masked).layer().word()).as(masked).isEqualTo(one.layer());
            }
        }
    }

    private static void rightOrUnknown(Case one, String text) {
        Explanation explanation = Explainer.explain(text);
        assertThat(explanation.layer().word()).as(text).isIn(one.layer(), "unknown");
    }

    private static void noWrongValue(Case one, Explanation explanation, String text) {
        Map<String, String> values = Case.of(explanation);
        values.keySet().removeIf(key -> one.expected().containsKey(key) && one.expected().get(key).equals(values.get(key)));
        assertThat(values).as(text).isEmpty();
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    }
}
