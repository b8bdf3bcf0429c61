package linkdoctor.explain.read;

import java.util.List;
import java.util.Map;

/** Undoes escapes, however often they were applied, in one pass, and makes all quotes, blanks and hyphens alike. */
final class Unescaped {
    private static final String QUOTES = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00b4";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
    private static final Map<String, Character> ENTITIES = Map.of("quot;", '"', "apos;", '"', "nbsp;", ' ', "lt;", '<', "gt;", '>', "#13;", '\n',
            "#10;", '\n');
    private static final List<String> NUMBERED_QUOTES = List.of("#34;", "#39;", "#x22;", "#x27;", "#034;", "#039;", "ldquo;", "rdquo;",
            "lsquo;", "rsquo;");
    private static final char ESCAPE = '\u001b';

    private final String text;
    private final StringBuilder out;
    private int at;

    private Unescaped(String text) {
        this.text = text;
        out = new StringBuilder(text.length());
    }

    static String of(String text) {
        Unescaped work = new Unescaped(text);
        while (work.at < text.length()) {
            work.step();
        }
        return work.out.toString();
    }

    private void step() {
        char c = text.charAt(at++);
        switch (c) {
            case '\\' -> backslashes();
            case '&' -> entity();
            case '%' -> percent();
            case '`' -> backtick();
            case ESCAPE -> colour();
            default -> put(c);
        }
    }

    private void backslashes() {
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == 'n' || next == 'r' || next == 't') {
            at++;
            put('\n');
        } else if (next == 'u' && hex(at + 1, 4) >= 0) {
            put((char) hex(at + 1, 4));
            at += 5;
        }
    }

    private void entity() {
        int from = at;
        while (text.startsWith("amp;", from)) {
            from += "amp;".length();
        }
        int name = from;
        for (Map.Entry<String, Character> entity : ENTITIES.entrySet()) {
            if (text.startsWith(entity.getKey(), name)) {
                at = name + entity.getKey().length();
                put(entity.getValue());
                return;
            }
        }
        for (String quote : NUMBERED_QUOTES) {
            if (text.startsWith(quote, name)) {
                at = name + quote.length();
                put('"');
                return;
            }
        }
        at = from;
        put('&');
    }

    /** A URL's escapes of printable characters and line ends; a percentage stays. */
    private void percent() {
        int value = hex(at, 2);
        if (value == '\n' || value == '\r' || value >= ' ' && value <= '~') {
            at += 2;
            put((char) value);
        } else {
            put('%');
        }
    }

    /** PowerShell's own escapes of a line end. */
    private void backtick() {
        if (text.startsWith("r`n", at)) {
            at += 3;
            put('\n');
        } else {
            put('`');
        }
    }

    private void colour() {
        if (at < text.length() && text.charAt(at) == '[') {
            at++;
            while (at < text.length() && "0123456789;".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            at = Math.min(text.length(), at + 1);
        }
    }

    private int hex(int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void put(char c) {
        if (QUOTES.indexOf(c) >= 0) {
            // A CSV file doubles them, and nested ones stand in a row.
            if (out.isEmpty() || out.charAt(out.length() - 1) != '"') {
                out.append('"');
            }
        } else if (DASHES.indexOf(c) >= 0) {
            out.append('-');
        } else if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            out.append('\n');
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            out.append(' ');
        } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
            out.append(c);
        }
    }
}
