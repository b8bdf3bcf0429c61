package linkdoctor.elsewhere;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import linkdoctor.facts.https.TlsSeen;

/** Reads a certificate as the script printed it. */
final class Certificates {
    private static final DateTimeFormatter OPENSSL = DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Certificates() {
    }

    static TlsSeen.Certificate read(Line line) {
        List<String> names = line.value(4).isEmpty() ? List.of() : Arrays.stream(line.value(4).split(",")).map(String::strip).toList();
        return new TlsSeen.Certificate(line.value(1), line.value(2), names, end(line.value(3)), line.value(0).toLowerCase(Locale.ROOT));
    }

    /** ISO 8601; what is written in another way stays as it is. */
    private static String end(String text) {
        try {
            return OPENSSL.parse(text.replaceAll(" +", " "), Instant::from).toString();
        } catch (DateTimeParseException otherwiseWritten) {
            return text;
        }
    }
}
