package linkdoctor.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text from outside as GitHub-flavoured Markdown that shows it and does nothing else. */
final class Markdown {
    /** What a ticket system makes a link or a mention of: it does so in running text only, so such a word becomes code. */
    private static final Pattern LINKED = Pattern.compile("(?i).*(?:@[\\w-]|#\\d|\\bGH-\\d|[a-z][a-z0-9+.-]*://|\\bwww\\.|\\bmailto:).*");
    private static final Pattern ACTIVE = Pattern.compile("([\\\\`*_{}\\[\\]#|~$!^])");
    /** Begins a list, a heading or a rule where it begins a line. */
    private static final Pattern LEADING = Pattern.compile("^([-+](?= |$)|=+$)|^(\\d+)([.)](?= |$))");
    private static final Pattern STOP = Pattern.compile("^([(\"'<]*)(.*?)([)\"'>.,;:]*)$");

    private Markdown() {
    }

    static String escaped(String text) {
        String words = Arrays.stream(text.split(" ", -1)).map(Markdown::word).collect(Collectors.joining(" "));
        return LEADING.matcher(words).replaceFirst(found -> found.group(1) != null ? "\\\\" + found.group(1) : found.group(2) + "\\\\" + found.group(3));
    }

    private static String word(String word) {
        if (!LINKED.matcher(word).matches()) {
            return plain(word);
        }
        var parts = STOP.matcher(word);
        return parts.matches() && !parts.group(2).isEmpty() ? plain(parts.group(1)) + code(parts.group(2)) + plain(parts.group(3)) : code(word);
    }

    /** A code span; what would end it or the cell of a table is put in other words. */
    private static String code(String text) {
        return "`" + text.replace('`', '\'').replace('|', '\u00a6').replace('\\', '/') + "`";
    }

    private static String plain(String text) {
        return ACTIVE.matcher(text).replaceAll("\\\\$1").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Commands as a block of code, whose fence is longer than any that they hold; nothing for none. */
    static String block(String language, List<String> commands) {
        if (commands.isEmpty()) {
            return "";
        }
        int longest = commands.stream().flatMap(command -> Pattern.compile("`+").matcher(command).results()).mapToInt(run -> run.end() - run.start())
                .max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + String.join("\n", commands) + "\n" + fence;
    }
}
