package linkdoctor.probe.https;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP answer; header names are in lower case. */
record HttpAnswer(int status, String reason, Map<String, List<String>> headers, byte[] body) {

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
