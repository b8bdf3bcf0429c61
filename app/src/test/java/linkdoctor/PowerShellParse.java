package linkdoctor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with the syntax of a PowerShell script: a real grammar, and what PowerShell refuses beyond that grammar. */
public final class PowerShellParse {
    private static final String QUOTES = "'\u2018\u2019\u201a\u201b";
    private static final String DOUBLE_QUOTES = "\"\u201c\u201d\u201e";
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[\u2018\u2019\u201a\u201b\u201c\u201d\u201e]");
    /** PowerShell takes {@code $name:} for a drive or a scope, and wants a name after it. */
    private static final Pattern LOST_COLON = Pattern.compile("(?<!`)\\$\\w+:(?![\\w:?])");

    private static final Pattern COMMENT = Pattern.compile("(?s)<#.*?#>|#[^\n]*");

    private PowerShellParse() {
    }

    /** Whether this machine can parse; without it the other methods fail. */
    public static boolean isThere() {
        return PowerShellGrammar.isThere();
    }

    /** Each fault as line:column and what it is; none when PowerShell 7 would run the script. */
    public static List<String> faults(String script) {
        return PowerShellNode.root(script).all().flatMap(PowerShellParse::fault).toList();
    }

    /** The same for Windows PowerShell 5.1, which knows neither {@code &&} nor {@code ||}, and reads a file without a mark as ANSI. */
    public static List<String> faultsIn51(String script) {
        PowerShellNode root = PowerShellNode.root(script);
        Stream<String> newer = root.all().filter(one -> one.is("pipeline_chain_tail")).map(one -> one.place() + " Windows PowerShell 5.1 has no " + one.text());
        boolean foreign = script.chars().anyMatch(one -> one > 127) && !script.startsWith("\uFEFF");
        return Stream.concat(Stream.concat(root.all().flatMap(PowerShellParse::fault), newer),
                foreign ? Stream.of("1:1 without a byte order mark only ASCII arrives unchanged") : Stream.of()).toList();
    }

    private static Stream<String> fault(PowerShellNode node) {
        String wrong = wrong(node);
        return wrong.isEmpty() ? Stream.of() : Stream.of(node.place() + " " + wrong);
    }

    private static String wrong(PowerShellNode node) {
        if (node.node().isMissing()) {
            return "missing " + node.type();
        }
        return switch (node.type()) {
            // A script that does nothing is one, whatever the grammar says.
            case "ERROR" -> COMMENT.matcher(node.text()).replaceAll("").isBlank() ? "" : "not understood: " + node.text().strip().lines().findFirst().orElse("");
            case "command_name" -> node.text().isEmpty() ? "nothing before the pipe" : "";
            case "try_statement" -> node.has("catch_clauses") || node.has("finally_clause") ? "" : "try without catch and finally";
            case "generic_token" -> TYPOGRAPHIC.matcher(node.text()).find() ? "typographic quote opens a literal: " + node.text() : "";
            case "verbatim_string_characters" -> ends(node.text(), QUOTES) ? "typographic quote ends the literal " + node.text() : "";
            case "expandable_string_literal" -> ends(node.literal(), DOUBLE_QUOTES) ? "typographic quote ends the literal " + node.text() : colon(node);
            case "expandable_here_string_literal" -> colon(node);
            default -> "";
        };
    }

    /** Whether a literal ends before its last quote: PowerShell takes all the quotes of a kind for one and the same, unless two stand together. */
    private static boolean ends(String literal, String quotes) {
        String inside = literal.substring(1, literal.length() - 1).replaceAll("`.", "").replaceAll("[" + quotes + "]{2}", "");
        return Pattern.compile("[" + quotes + "]").matcher(inside).find();
    }

    private static String colon(PowerShellNode node) {
        return LOST_COLON.matcher(node.literal()).find() ? "a variable's name runs into a colon: write ${name}:" : "";
    }
}
