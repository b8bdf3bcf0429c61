package linkdoctor.kql;

import java.util.Collection;
import java.util.stream.Collectors;

/** The one place that quotes for KQL. */
final class Literal {
    private Literal() {
    }

    /** A text between double quotes; whatever it holds stays a text. */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.FORMAT) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Several, as {@code in} takes them. */
    static String list(Collection<String> texts) {
        return texts.stream().map(Literal::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
