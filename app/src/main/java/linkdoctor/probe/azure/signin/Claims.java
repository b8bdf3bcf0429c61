package linkdoctor.probe.azure.signin;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;

import linkdoctor.facts.azure.Identity;

/** What an access token says of its bearer. The token itself is not kept, and its signature is ARM's to check. */
final class Claims {
    private static final Pattern HOME = Pattern.compile("https://sts\\.[^/]+/([0-9a-fA-F-]{36})/?");
    private final Map<?, ?> values;

    private Claims(Map<?, ?> values) {
        this.values = values;
    }

    /** The claims of a JSON web token; a token of another form has none. */
    static Claims of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length < 2) {
            return new Claims(Map.of());
        }
        try (JsonReader reader = JsonProviders.createReader(Base64.getUrlDecoder().decode(parts[1]))) {
            return new Claims(reader.readUntyped() instanceof Map<?, ?> map ? map : Map.of());
        } catch (IOException | RuntimeException opaque) {
            // Entra ID may encrypt tokens for its services: then it says nothing to us.
            return new Claims(Map.of());
        }
    }

    Identity identity(SignIn way) {
        boolean app = text("idtyp").equals("app")
                || text("idtyp").isEmpty() && text("scp").isEmpty() && first("upn", "unique_name", "preferred_username").isEmpty();
        Matcher home = HOME.matcher(text("idp"));
        Optional<String> homeTenant = home.matches() ? Optional.of(home.group(1)) : Optional.empty();
        return new Identity(way.word(), text("tid"), text("oid"), first("appid", "azp"),
                app ? appName() : first("upn", "unique_name", "preferred_username", "email", "name"),
                app ? "app" : "user", groups(), homeTenant);
    }

    private String appName() {
        String machine = text("xms_mirid");
        return first("app_displayname", "name").isEmpty() && !machine.isEmpty()
                ? machine.substring(machine.lastIndexOf('/') + 1) : first("app_displayname", "name");
    }

    private List<String> groups() {
        return values.get("groups") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private String first(String... names) {
        return Stream.of(names).map(this::text).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }
}
