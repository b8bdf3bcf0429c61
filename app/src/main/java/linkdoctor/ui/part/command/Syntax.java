package linkdoctor.ui.part.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the words of a command line apart, so that they can have colours; one reading serves bash and PowerShell. */
public final class Syntax {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment>(?<![^\\s])#[^\\n]*)\
            |(?<escape>\\\\['"])\
            |(?<string>'[^']*+(?:''[^']*+)*+'|"(?:[^"\\\\]++|\\\\[\\s\\S])*+")\
            |(?<variable>\\$\\{?[A-Za-z_][\\w.:]*}?)\
            |(?<option>(?<![^\\s])--?[A-Za-z][\\w-]*)\
            |(?<word>(?:[^\\s'"$#|;&=\\\\]|\\\\(?!['"]))+)\
            |(?<other>[\\s\\S])""");
    /** What ends a command, so that the next word begins another. */
    private static final String ENDS = "\n|;&";

    private Syntax() {
    }

    /** What a word of a command line is. */
    public enum Kind {
        COMMENT, COMMAND, OPTION, STRING, VARIABLE, PLAIN;

        /** The style class that gives its colour. */
        public String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A piece of the text; all pieces together are the text. */
    public record Token(Kind kind, String text) {
    }

    public static List<Token> tokens(String commands) {
        List<Token> tokens = new ArrayList<>();
        boolean begins = true;
        Matcher matcher = TOKEN.matcher(commands);
        while (matcher.find()) {
            Kind kind = kind(matcher, begins);
            add(tokens, kind, matcher.group());
            String text = matcher.group();
            if (ENDS.contains(text)) {
                begins = true;
            } else if (kind == Kind.COMMAND) {
                begins = false;
            } else if (kind != Kind.COMMENT && kind != Kind.VARIABLE && !text.equals("=") && !text.isBlank()) {
                // A variable that is assigned to stands before its command, and does not begin it.
                begins = false;
            }
        }
        return tokens;
    }

    /** The same line by line; all lines with a line feed between are the text. */
    public static List<List<Token>> lines(String commands) {
        List<List<Token>> lines = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        for (Token token : tokens(commands)) {
            String[] parts = token.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
                if (!parts[i].isEmpty()) {
                    line.add(new Token(token.kind(), parts[i]));
                }
            }
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    private static Kind kind(Matcher matcher, boolean begins) {
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("variable") != null) {
            return Kind.VARIABLE;
        }
        if (matcher.group("option") != null) {
            return Kind.OPTION;
        }
        return matcher.group("word") != null && begins ? Kind.COMMAND : Kind.PLAIN;
    }

    private static void add(List<Token> tokens, Kind kind, String text) {
        if (!tokens.isEmpty() && tokens.getLast().kind() == kind && kind == Kind.PLAIN) {
            tokens.set(tokens.size() - 1, new Token(kind, tokens.getLast().text() + text));
        } else {
            tokens.add(new Token(kind, text));
        }
    }
}
