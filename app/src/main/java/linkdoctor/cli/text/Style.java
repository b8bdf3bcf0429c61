package linkdoctor.cli.text;

import linkdoctor.check.Status;
import linkdoctor.check.callers.Cell;
import linkdoctor.facts.Words;

/** Icon, word and colour of each status, and what else differs between terminals. */
public record Style(Look look) {
    private static final String RESET = "\u001b[0m";

    public String icon(Status status) {
        return paint(status, look.signs() ? status.sign() : switch (status) {
            case PASS -> "+";
            case NOTE, UNKNOWN -> status.sign();
            case WARN -> "!";
            case FAIL -> "x";
            case SKIPPED -> "-";
        });
    }

    /** The sign of what becomes of a caller at a gate. */
    public String sign(Cell.State state) {
        return paint(switch (state) {
            case PASSES -> Status.PASS;
            case STOPS -> Status.FAIL;
            case NOT_NEEDED, NOT_REACHED -> Status.SKIPPED;
            case NOT_KNOWN -> Status.UNKNOWN;
        }, look.signs() ? state.sign() : switch (state) {
            case PASSES -> "+";
            case STOPS -> "x";
            case NOT_NEEDED -> "-";
            case NOT_KNOWN -> state.sign();
            case NOT_REACHED -> ".";
        });
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
        String line = Words.line(text);
        return look.signs() ? line : line.replace("→", "->").replace("…", "...").replace("×", "x").replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"").replace("–", "-").replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** A command made safe for a terminal, its blanks as they are. */
    public String command(String command) {
        String harmless = Words.harmless(command);
        return look.signs() ? harmless : harmless.replace('\ufffd', '?');
    }

    private String coloured(String code, String text) {
        return look.colour() && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
