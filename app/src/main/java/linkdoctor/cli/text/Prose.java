package linkdoctor.cli.text;

import java.util.regex.Pattern;

import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Snapshot;

/** Sentences as one reads them at a terminal: safe for it, and measures in one piece. */
final class Prose {
    /** What must not be torn apart at the end of a line. */
    private static final Pattern MEASURE = Pattern.compile("(\\bTTL(?= \\d)|\\d(?= (?:m?s|UTC)\\b)) ");

    private final Style style;
    private final Readable readable;

    /** For what was not looked at here: no time of it, and no subscription's name. */
    Prose(Style style) {
        this(style, Readable.ofNothing());
    }

    Prose(Style style, Snapshot facts) {
        this(style, new Readable(facts));
    }

    private Prose(Style style, Readable readable) {
        this.style = style;
        this.readable = readable;
    }

    String of(String text) {
        return MEASURE.matcher(style.plain(readable.of(text))).replaceAll("$1" + Layout.GLUE);
    }
}
