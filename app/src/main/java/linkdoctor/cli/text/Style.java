package linkdoctor.cli.text;

import java.util.regex.Pattern;

import linkdoctor.check.Severity;
import linkdoctor.check.Status;

/** Icon, word and colour of each status, and what else differs between terminals. */
public record Style(Look look) {
    private static final String RESET = "\u001b[0m";
    /** Ends a line, somewhere. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");
    /** Steers a terminal, or the way in which a text is read. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    public String icon(Status status) {
        return paint(status, switch (status) {
            case PASS -> look.signs() ? "✓" : "+";
            case NOTE -> "i";
            case WARN -> look.signs() ? "⚠" : "!";
            case FAIL -> look.signs() ? "✖" : "x";
            case UNKNOWN -> "?";
            case SKIPPED -> look.signs() ? "–" : "-";
        });
    }

    public static String word(Status status) {
        return switch (status) {
            case PASS -> "Fine";
            case NOTE -> "Note";
            case WARN -> "Warning";
            case FAIL -> "Broken";
            case UNKNOWN -> "Could not look";
            case SKIPPED -> "Not needed";
        };
    }

    public static Status status(Severity severity) {
        return switch (severity) {
            case NOTE -> Status.NOTE;
            case WARN -> Status.WARN;
            case FAIL -> Status.FAIL;
        };
    }

    public String paint(Status status, String text) {
        return coloured(switch (status) {
            case PASS -> "32";
            case NOTE -> "36";
            case WARN -> "33";
            case FAIL -> "31";
            case UNKNOWN -> "35";
            case SKIPPED -> "2";
        }, text);
    }

    public String bold(String text) {
        return coloured("1", text);
    }

    public String dim(String text) {
        return coloured("2", text);
    }

    public String arrow() {
        return look.signs() ? "→" : "->";
    }

    /**
     * Text from outside made safe for a terminal: one line, nothing that steers it, and ASCII where it shows no more.
     */
    public String plain(String text) {
        String line = STEERING.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\ufffd").strip();
        return look.signs() ? line : line.replace("→", "->").replace("…", "...").replace("×", "x").replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"").replace("–", "-").replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** A command made safe for a terminal, its blanks as they are. */
    public String command(String command) {
        return STEERING.matcher(command).replaceAll(look.signs() ? "\ufffd" : "?");
    }

    private String coloured(String code, String text) {
        return look.colour() && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
