package linkdoctor.probe.https;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import linkdoctor.facts.https.VaultError;

/** Reads Key Vault's error body; a body of another kind is no error of the vault's. */
public final class ErrorBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 4000;

    private ErrorBody() {
    }

    public static Optional<VaultError> parse(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return error.path("code").isTextual()
                    ? Optional.of(new VaultError(error.path("code").asText(), innermost(error), message(error)))
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String innermost(JsonNode error) {
        String code = "";
        for (JsonNode inner = inner(error); inner.isObject(); inner = inner(inner)) {
            code = inner.path("code").asText(code);
        }
        return code;
    }

    private static JsonNode inner(JsonNode error) {
        return error.has("innererror") ? error.path("innererror") : error.path("innerError");
    }

    private static String message(JsonNode error) {
        String message = error.path("message").asText("");
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
