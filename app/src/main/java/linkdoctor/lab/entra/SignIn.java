package linkdoctor.lab.entra;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** The pages on which a person signs in: the authorize page and the device login. */
final class SignIn {
    private static final List<String> TYPED = List.of("login", "passwd", "answer", "otc");
    private final Directory directory;
    private final Grants grants;

    SignIn(Directory directory, Grants grants) {
        this.directory = directory;
        this.grants = grants;
    }

    /** Who somebody turned out to be. */
    sealed interface Proven {
        record As(Account account) implements Proven {
        }

        record Not(EntraError why) implements Proven {
        }
    }

    Answer authorize(String tenant, Request request) {
        Map<String, String> given = new LinkedHashMap<>(request.query());
        given.putAll(request.form());
        SignInRequest asked = SignInRequest.of(given);
        if (!directory.knowsClient(asked.clientId())) {
            return Pages.trouble(EntraError.unknownApp(asked.clientId(), tenant));
        }
        if (!asked.comesHome()) {
            return Pages.trouble(new EntraError(400, "invalid_request", 50011, "The redirect URI '" + asked.redirectUri()
                    + "' specified in the request does not match the redirect URIs configured for the application '"
                    + asked.clientId() + "'."));
        }
        Map<String, String> kept = new LinkedHashMap<>(given);
        TYPED.forEach(kept::remove);
        if (!request.method().equals("POST")) {
            return Pages.signIn(asked.loginHint().orElse(""), kept, "");
        }
        if ("deny".equals(given.get("answer"))) {
            EntraError declined = EntraError.declined();
            return deliver(asked, Map.of("error", declined.error(), "error_description", declined.description()));
        }
        return switch (prove(given.getOrDefault("login", ""), given.getOrDefault("passwd", ""), tenant)) {
            case Proven.As(Account account) -> deliver(asked, Map.of("code", grants.code(account, asked)));
            case Proven.Not(EntraError why) -> Pages.signIn(given.getOrDefault("login", ""), kept, why.description());
        };
    }

    Answer device(Request request) {
        Map<String, String> given = request.form();
        String userCode = given.getOrDefault("otc", "");
        if (!request.method().equals("POST")) {
            return Pages.deviceCode("");
        }
        Optional<Grants.Device> device = grants.deviceOfUser(userCode).filter(found -> !found.expired());
        if (device.isEmpty()) {
            return Pages.deviceCode("That code didn't work. Check the code and try again.");
        }
        Map<String, String> kept = Map.of("otc", userCode);
        if (!given.containsKey("answer")) {
            return Pages.signIn("", kept, "");
        }
        if ("deny".equals(given.get("answer"))) {
            grants.advance(device.get(), new Grants.Progress.Declined());
            return Pages.said("Declined", "You declined. You can close this window.");
        }
        return switch (prove(given.getOrDefault("login", ""), given.getOrDefault("passwd", ""), "organizations")) {
            case Proven.As(Account account) -> {
                grants.advance(device.get(), new Grants.Progress.SignedIn(account));
                yield Pages.said("Signed in", "You have signed in on your device. You may now close this window.");
            }
            case Proven.Not(EntraError why) -> Pages.signIn(given.getOrDefault("login", ""), kept, why.description());
        };
    }

    /** Checks a password; in a named tenant the user must also be known there. */
    Proven prove(String login, String password, String tenant) {
        List<Account> users = directory.users(login);
        if (users.stream().noneMatch(user -> user.secret().equals(password))) {
            return new Proven.Not(EntraError.badPassword());
        }
        return users.stream().filter(user -> Directory.anyTenant(tenant) || user.tenant().equalsIgnoreCase(tenant))
                .findFirst().<Proven>map(Proven.As::new)
                .orElseGet(() -> new Proven.Not(EntraError.notInTenant(login, tenant)));
    }

    private static Answer deliver(SignInRequest asked, Map<String, String> result) {
        Map<String, String> fields = new LinkedHashMap<>(result);
        asked.state().ifPresent(state -> fields.put("state", state));
        String joined = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return switch (asked.responseMode()) {
            case "form_post" -> Pages.formPost(asked.redirectUri(), fields);
            case "fragment" -> Answer.empty(302).with("Location", asked.redirectUri() + "#" + joined);
            default -> Answer.empty(302).with("Location",
                    asked.redirectUri() + (asked.redirectUri().contains("?") ? "&" : "?") + joined);
        };
    }
}
