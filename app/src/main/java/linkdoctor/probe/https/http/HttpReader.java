package linkdoctor.probe.https.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 answer, and no more of it than 64 KiB of head and 64 KiB of body. */
public final class HttpReader {
    public static final int MOST = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] +(\\d{3})(?: +(.*))?", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private int headLeft = MOST;

    private HttpReader(InputStream in) {
        this.in = in;
    }

    /**
     * @throws EOFException    when the answer ends too early
     * @throws MalformedAnswer when it is no HTTP answer
     */
    public static HttpAnswer read(InputStream in) throws IOException {
        return new HttpReader(in).answer();
    }

    /** Reads the answer to CONNECT: what follows the head of a 2xx belongs to the tunnel. */
    public static HttpAnswer readHead(InputStream in) throws IOException {
        return new HttpReader(in).head();
    }

    private HttpAnswer answer() throws IOException {
        HttpAnswer head = head();
        return new HttpAnswer(head.status(), head.reason(), head.headers(), body(head));
    }

    private HttpAnswer head() throws IOException {
        while (true) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) {
                throw new MalformedAnswer("no HTTP status line");
            }
            Map<String, List<String>> headers = headers();
            int code = Integer.parseInt(status.group(1));
            if (code < 100 || code > 599) {
                throw new MalformedAnswer("the status " + code);
            }
            if (code >= 200 || code == 101) {
                return new HttpAnswer(code, status.group(2) == null ? "" : status.group(2).strip(), headers, new byte[0]);
            }
        }
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedAnswer("a header without a colon");
            }
            headers.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(HttpAnswer head) throws IOException {
        if (head.status() == 204 || head.status() == 304 || head.status() == 101) {
            return new byte[0];
        }
        if (head.header("transfer-encoding").filter(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked")).isPresent()) {
            return chunks();
        }
        if (head.header("content-length").isEmpty()) {
            return in.readNBytes(MOST);
        }
        long length = number(head.header("content-length").get(), 10);
        return exactly((int) Math.min(length, MOST));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        headLeft += MOST;
        while (body.size() < MOST) {
            long length = number(line().replaceFirst(";.*", ""), 16);
            if (length == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(exactly((int) Math.min(length, MOST - body.size())));
            if (body.size() < MOST && !line().isEmpty()) {
                throw new MalformedAnswer("a chunk longer than it says");
            }
        }
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the answer ends in its head");
            }
            if (--headLeft < 0) {
                throw new MalformedAnswer("a head of more than " + MOST + " bytes");
            }
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
            }
            line.write(b);
        }
    }

    private static long number(String digits, int radix) throws MalformedAnswer {
        try {
            return Long.parseUnsignedLong(digits.strip(), radix) & Long.MAX_VALUE;
        } catch (NumberFormatException notANumber) {
            throw new MalformedAnswer("a length that is no number");
        }
    }
}
