package linkdoctor.lab.entra;

import java.util.List;
import java.util.Optional;

import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** The sign-in service, as unmodified clients of login.microsoftonline.com use it. */
public final class EntraServer {
    private final Directory directory;
    private final SignIn signIn;
    private final TokenEndpoint tokens;

    /** @param devicePage where a person enters a device code: a page that any browser on this machine can open */
    public EntraServer(Estate estate, World world, String devicePage) {
        directory = new Directory(estate, world);
        Grants grants = new Grants();
        signIn = new SignIn(directory, grants);
        tokens = new TokenEndpoint(directory, grants, signIn, devicePage);
    }

    /** An error by its number, for scenarios in which the service refuses. */
    public static Answer refusal(int aadsts) {
        return EntraError.numbered(aadsts).answer();
    }

    /** @param host the name under which the client reached the service */
    public Answer answer(Request request, String host) {
        List<String> path = request.segments();
        if (path.equals(List.of("devicelogin"))) {
            return Answer.empty(302).with("Location", "https://login.microsoftonline.com/common/oauth2/deviceauth");
        }
        if (path.size() < 2) {
            return Pages.said("Practice sign-in", "Programs come here to sign in.");
        }
        String given = path.getFirst();
        String rest = String.join("/", path.subList(1, path.size())).toLowerCase(java.util.Locale.ROOT);
        if (rest.equals("discovery/instance")) {
            return Discovery.instances(host);
        }
        if (rest.equals("oauth2/deviceauth")) {
            return signIn.device(request);
        }
        if (rest.startsWith("userrealm/")) {
            return Discovery.userRealm(path.getLast());
        }
        Optional<String> tenant = Directory.anyTenant(given) ? Optional.of(given) : directory.tenant(given);
        return tenant.map(known -> ofTenant(known, rest, request, host))
                .orElseGet(() -> EntraError.unknownTenant(given).answer());
    }

    private Answer ofTenant(String tenant, String rest, Request request, String host) {
        return switch (rest) {
            case "v2.0/.well-known/openid-configuration" -> Discovery.openId(host, tenant, "/v2.0");
            case ".well-known/openid-configuration" -> Discovery.openId(host, tenant, "");
            case "discovery/keys", "discovery/v2.0/keys" -> Answer.json(200, Tokens.keys());
            case "oauth2/v2.0/authorize", "oauth2/authorize" -> signIn.authorize(tenant, request);
            case "oauth2/v2.0/devicecode", "oauth2/devicecode" -> tokens.deviceCode(request);
            case "oauth2/v2.0/token", "oauth2/token" -> tokens.token(tenant, request);
            case "oauth2/v2.0/logout", "oauth2/logout" -> Pages.said("Signed out", "You signed out.");
            default -> Answer.empty(404);
        };
    }
}
