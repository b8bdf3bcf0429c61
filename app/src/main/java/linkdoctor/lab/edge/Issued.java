package linkdoctor.lab.edge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Remembers what the practice Azure gave out that nobody else may see, so that one can look for it where it must not be. */
final class Issued {
    private static final List<String> SECRETS = List.of("access_token", "refresh_token", "id_token", "device_code");
    private final Set<String> all = ConcurrentHashMap.newKeySet();
    private final String cookie = "practice-" + UUID.randomUUID();

    /** The same answer; the tokens and codes in it are remembered. */
    Answer noted(Answer answer) {
        Json.parse(answer.text()).ifPresent(body -> SECRETS.stream().map(body::path).filter(JsonNode::isTextual).map(JsonNode::asText).forEach(all::add));
        return answer;
    }

    /** The answer with the cookie of a session, as the sign-in service sets one. */
    Answer withCookie(Answer answer) {
        all.add(cookie);
        return answer.with("Set-Cookie", "fpc=" + cookie + "; path=/; secure; HttpOnly; SameSite=None");
    }

    Set<String> all() {
        return Set.copyOf(all);
    }
}
