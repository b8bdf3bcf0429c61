package linkdoctor.probe.https.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP answer; header names are in lower case. */
public record HttpAnswer(int status, String reason, Map<String, List<String>> headers, byte[] body) {

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
