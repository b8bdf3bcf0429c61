package linkdoctor.facts.azure;

import java.util.List;
import java.util.Optional;

/**
 * Who is signed in, from the claims of the ARM token (the token itself is nowhere kept).
 *
 * @param method      how: browser, device-code, cli, managed-identity, environment
 * @param tenant      tenant id of the token
 * @param objectId    object id of the user or service principal
 * @param appId       client id of the application
 * @param displayName user principal name or application name; may be empty
 * @param kind        {@code user} or {@code app}
 * @param groups      object ids of groups, where the token lists them
 */
public record Identity(String method, String tenant, String objectId, String appId, String displayName, String kind,
                       List<String> groups, Optional<String> homeTenant) {
    public Identity {
        groups = List.copyOf(groups);
    }

    /** What to call whoever it is. */
    public String called() {
        return displayName.isBlank() ? objectId : displayName;
    }

    /** Whether a user of another tenant is a guest in this one. */
    public boolean guest() {
        return kind.equals("user") && (displayName.contains("#EXT#") || homeTenant.filter(home -> !home.equalsIgnoreCase(tenant)).isPresent());
    }
}
