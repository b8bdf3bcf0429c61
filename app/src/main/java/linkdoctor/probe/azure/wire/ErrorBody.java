package linkdoctor.probe.azure.wire;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;

/**
 * The error that ARM and the vault answer with, {@code {"error":{"code","message","innererror":{"code"}}}}, as far as
 * the body holds one; a body of another kind gives empty texts. What looks like a token is cut out.
 */
public record ErrorBody(String code, String innerCode, String message) {
    private static final int LONGEST_MESSAGE = 4000;

    private static final Pattern RIGHT = Pattern.compile("perform action '([^']+)'");
    private static final Pattern ADVICE = Pattern.compile("(?i)[.]? (for (more|help)|if access was) .*$");

    public static ErrorBody parse(byte[] body) {
        try (JsonReader reader = JsonProviders.createReader(body)) {
            if (reader.readUntyped() instanceof Map<?, ?> whole) {
                Object error = whole.containsKey("error") ? whole.get("error") : whole;
                if (error instanceof Map<?, ?> map) {
                    Object inner = map.containsKey("innererror") ? map.get("innererror") : map.get("innerError");
                    return new ErrorBody(text(map.get("code")),
                            inner instanceof Map<?, ?> m ? text(m.get("code")) : "", message(map.get("message")));
                }
                return new ErrorBody(text(error), "", message(whole.get("error_description")));
            }
        } catch (IOException | RuntimeException notJson) {
            // An error page of a proxy, say: it has no code, and callers go by the status.
            return new ErrorBody("", "", "");
        }
        return new ErrorBody("", "", "");
    }

    /** Code and message without the advice that services add to it. */
    public String brief() {
        Matcher right = RIGHT.matcher(message);
        String first = code.equals("AuthorizationFailed") && right.find() ? "no right to " + right.group(1)
                : ADVICE.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
        return code + (innerCode.isEmpty() ? "" : "/" + innerCode) + (first.isEmpty() ? "" : (code.isEmpty() ? "" : ": ") + first);
    }

    /** The text without anything that looks like a token. */
    public static String clean(String text) {
        return text.replaceAll("eyJ[A-Za-z0-9_.-]{10,}+", "(token)");
    }

    private static String message(Object value) {
        String message = text(value);
        return clean(message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
