package linkdoctor.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Text as it grows line by line: indented, and wrapped at 100 columns. */
public final class Layout {
    public static final int COLUMNS = 100;
    /** A blank at which no line ends. */
    public static final char GLUE = '\u00a0';
    private final StringBuilder text = new StringBuilder();
    private final int columns;

    public Layout() {
        this(COLUMNS);
    }

    /** @param columns where paragraphs wrap in place of the usual width */
    public Layout(int columns) {
        this.columns = columns;
    }

    /** One line as it is, however long: a command must stay in one piece. */
    public Layout line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line.replace(GLUE, ' ')).append('\n');
        return this;
    }

    public Layout blank() {
        text.append('\n');
        return this;
    }

    /** A paragraph, each line indented alike. */
    public Layout wrapped(int indent, String paragraph) {
        return wrapped(indent, "", 0, paragraph);
    }

    /**
     * A paragraph behind a lead such as an icon, its further lines indented to where its text begins.
     *
     * @param leadWidth columns that the lead takes on the screen (its colours take none)
     */
    public Layout wrapped(int indent, String lead, int leadWidth, String paragraph) {
        return wrapped(indent, lead, leadWidth, paragraph, UnaryOperator.identity());
    }

    /** The same with each line painted, for colours end with their line. */
    public Layout wrapped(int indent, String lead, int leadWidth, String paragraph, UnaryOperator<String> paint) {
        List<String> lines = lines(paragraph, columns - indent - leadWidth);
        line(indent, lead + paint.apply(lines.getFirst()));
        lines.stream().skip(1).forEach(line -> line(indent + leadWidth, paint.apply(line)));
        return this;
    }

    /** The paragraph in lines of at most this width, unless a word is wider. */
    private static List<String> lines(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
