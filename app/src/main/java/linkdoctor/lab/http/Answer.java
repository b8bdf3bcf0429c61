package linkdoctor.lab.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP answer, and how much of it reaches the client.
 *
 * @param headers by name, whatever its case; the server adds Content-Length and Date
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** What becomes of an answer on the wire. */
    public enum Delivery {
        WHOLE,
        /** All headers, half of the body, then the connection closes. */
        HALF,
        /** The connection is reset before anything is sent. */
        RESET,
        /** Nothing is ever sent and the connection stays open. */
        HANG
    }

    public Answer {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"),
                body.toString().getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8),
                Delivery.WHOLE);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], Delivery.WHOLE);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Answer(status, more, body, delivery);
    }

    public Answer delivered(Delivery how) {
        return new Answer(status, headers, body, how);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
