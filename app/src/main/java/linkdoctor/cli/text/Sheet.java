package linkdoctor.cli.text;

import linkdoctor.check.Status;
import linkdoctor.facts.Snapshot;

/** What the parts of the text view write on: the text so far, and how its words and signs look. */
record Sheet(Layout text, Style style, Prose prose) {

    /** For what rests on no snapshot. */
    static Sheet of(Look look) {
        Style style = new Style(look);
        return new Sheet(new Layout(), style, new Prose(style));
    }

    /** For a table that must not be wider. */
    static Sheet of(Look look, Snapshot facts, int columns) {
        Style style = new Style(look);
        return new Sheet(new Layout(columns), style, new Prose(style, facts));
    }

    static Sheet of(Look look, Snapshot facts) {
        Style style = new Style(look);
        return new Sheet(new Layout(), style, new Prose(style, facts));
    }

    /** A sentence behind the icon of a status. */
    void entry(Status status, String sentence) {
        text.wrapped(3, style.icon(status) + " ", 2, prose.of(sentence));
    }

    /** The same for what does not matter here. */
    void faint(Status status, String sentence) {
        text.wrapped(3, style.icon(status) + " ", 2, prose.of(sentence), style::dim);
    }

    /** A sentence below an entry. */
    void detail(String sentence) {
        text.wrapped(5, prose.of(sentence));
    }

    /** A sentence behind a lead, its further lines below its beginning. */
    void led(int indent, String lead, String sentence) {
        text.wrapped(indent, style.bold(lead), lead.length(), prose.of(sentence));
    }

    void heading(String words) {
        text.blank().line(0, style.bold(words));
    }
}
