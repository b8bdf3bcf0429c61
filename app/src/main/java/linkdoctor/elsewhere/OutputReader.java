package linkdoctor.elsewhere;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.facts.Words;

/** Finds the lines of the script's outputs in whatever text they arrived in. */
final class OutputReader {
    private static final Pattern MARK = Pattern.compile("linkdoctor-probe/1 (?:begin|end (\\d{1,4})) (\\S+) (\\S+) (\\S+) \\.(?!\\S)");
    private static final Pattern FACT = Pattern.compile("(?<![A-Za-z0-9])ld (\\d{1,4}) ([a-z-]+)((?: [^\\s\"\\\\]+)*?) \\.(?!\\S)");
    private static final Pattern START = Pattern.compile("linkdoctor-probe/1 |(?<![A-Za-z0-9])ld \\d{1,4} [a-z]");
    private static final Pattern OTHER_VERSION = Pattern.compile("linkdoctor-probe/(?!1\\b)\\d+ (begin|end)");
    private static final String NAMELESS = "an unnamed machine";

    private final Instant now;
    private final List<ProbeOutput> found = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Optional<Mark> begun = Optional.empty();

    /** The first or the last line of an output. */
    private record Mark(String host, String time, String name, int count) {
    }

    OutputReader(Instant now) {
        this.now = now;
    }

    static boolean otherVersion(String text) {
        return OTHER_VERSION.matcher(text).find();
    }

    List<ProbeOutput> read(String text) {
        for (String line : whole(text)) {
            Matcher mark = MARK.matcher(line);
            Matcher fact = FACT.matcher(line);
            if (mark.find()) {
                read(mark);
            } else if (fact.find()) {
                read(Line.of(Integer.parseInt(fact.group(1)), fact.group(2), fact.group(3)));
            }
        }
        close(Optional.empty());
        return found;
    }

    private void read(Matcher mark) {
        Mark here = new Mark(Line.decoded(mark.group(2)), mark.group(3), Line.decoded(mark.group(4)),
                mark.group(1) == null ? -1 : Integer.parseInt(mark.group(1)));
        if (here.count() < 0) {
            close(Optional.empty());
            begun = Optional.of(here);
        } else {
            close(Optional.of(here));
        }
    }

    private void read(Line line) {
        if (!lines.isEmpty() && line.number() <= lines.getLast().number()) {
            close(Optional.empty());
        }
        lines.add(line);
    }

    private void close(Optional<Mark> end) {
        if (begun.isPresent() || end.isPresent() || !lines.isEmpty()) {
            Optional<Mark> either = begun.or(() -> end);
            String host = either.map(Mark::host).or(() -> lines.stream().filter(line -> line.key().equals("client")).map(line -> line.value(0)).findFirst())
                    .map(Words::line).filter(name -> !name.isBlank()).orElse(NAMELESS);
            found.add(new ProbeOutput(host, either.map(Mark::time).flatMap(OutputReader::time).orElse(now), either.map(Mark::name), lines, cut(host, end)));
        }
        lines.clear();
        begun = Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** What is missing; every fact has its number, and the last line says how many there were. */
    private Optional<String> cut(String host, Optional<Mark> end) {
        String output = "The output of " + host;
        if (end.isEmpty()) {
            return Optional.of(output + " is cut off " + (lines.isEmpty() ? "at its beginning" : "after " + thing(lines.getLast()))
                    + ": what is there counts, the rest was not seen.");
        }
        if (end.get().count() == lines.size()) {
            return Optional.empty();
        }
        boolean beginning = begun.isEmpty() && !lines.isEmpty() && lines.getLast().number() == end.get().count()
                && lines.getFirst().number() - 1 + lines.size() == end.get().count();
        return Optional.of(output + (beginning ? " is cut off before " + thing(lines.getFirst())
                : " lacks " + (end.get().count() - lines.size()) + " of its " + end.get().count() + " lines")
                + ": what is there counts, the rest was not seen.");
    }

    private static String thing(Line line) {
        return switch (line.key()) {
            case "client", "address", "env" -> "the facts of the machine";
            case "hosts", "hosts-line" -> "the hosts file";
            case "imds", "imds-none", "nic" -> "the instance metadata";
            case "resolver", "resolvers-none" -> "the DNS servers of the machine";
            case "dns", "dns-again" -> "the answers of DNS server " + Words.line(line.value(2));
            case "request" -> "the request " + Words.line(line.value(2));
            case "answer", "tls", "cert" -> "the request " + (line.key().equals("cert") ? "with the certificate" : Words.line(line.value(0)));
            default -> "line " + line.number();
        };
    }

    /**
     * The lines of the text. A run command's JSON has them as escapes, for no value holds a backslash; a narrow window
     * may have broken one in two, and then what follows belongs to it.
     */
    private static List<String> whole(String text) {
        List<String> whole = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.replaceAll("(?:\\\\+r)?\\\\+n", "\n").split("\\R|\\f")) {
            boolean starts = START.matcher(line).find();
            if (starts || complete(open)) {
                whole.add(open.toString());
                open.setLength(0);
            }
            if (starts || !open.isEmpty()) {
                open.append(line);
            }
        }
        whole.add(open.toString());
        return whole;
    }

    private static boolean complete(CharSequence line) {
        return MARK.matcher(line).find() || FACT.matcher(line).find();
    }
}
