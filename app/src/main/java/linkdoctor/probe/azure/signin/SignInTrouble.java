package linkdoctor.probe.azure.signin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.microsoft.aad.msal4j.MsalException;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.probe.azure.wire.Trouble;

/** Why nobody could be signed in, in one sentence on what to do. Texts of libraries are never passed on. */
public final class SignInTrouble {
    private static final String NEEDS = "A sign-in.";

    private static final String NO_IDENTITY =
            "This machine has no managed identity: choose another way to sign in, or give the machine an identity in Azure.";
    private static final String NOT_COMPLETED =
            "The sign-in in the browser was not completed, or was refused there: sign in again.";

    static final String FAULT = "Entra ID has a fault of its own: wait a minute, then sign in again.";
    static final String TOO_MANY = "Entra ID has had too many sign-ins: wait a minute, then sign in again.";
    private static final String DECLINED = "The sign-in was declined: sign in again and accept it, or sign in as someone else.";
    private static final String EXPIRED = "The device code has expired: sign in again and enter the new code within 15 minutes.";

    /** MSAL's codes and those of OAuth, which say more than the numbers that come with them. */
    private static final Map<String, String> CODES = Map.of("authorization_declined", DECLINED, "access_denied", DECLINED,
            "code_expired", EXPIRED, "expired_token", EXPIRED, "invalid_authorization_result", NOT_COMPLETED,
            "throttled_request", TOO_MANY);

    /** A sign of trouble in a library's text, in lower case, and what it asks for. */
    private record Sign(String text, String whatToDo) {
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("az login", "Run az login, then try again."),
            new Sign("azure cli authentication", "The Azure CLI gave no token: run az login, then try again."),
            new Sign("managedidentitycredential authentication unavailable",
                    NO_IDENTITY),
            new Sign("managed identity", "This machine's managed identity gave no token: see that it has one, or choose another way to sign in."),
            new Sign("private key", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("parse the certificate", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("status code: 5", FAULT),
            new Sign("status code: 429", TOO_MANY),
            new Sign("too many requests", TOO_MANY));

    private SignInTrouble() {
    }

    /** @param way how it was tried */
    public static Failure of(Throwable thrown, SignIn way) {
        List<Throwable> causes = Trouble.causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof NotReady notReady) {
                return failure(notReady.getMessage());
            }
            if (cause instanceof MsalException msal && CODES.containsKey(String.valueOf(msal.errorCode()))) {
                return failure(CODES.get(msal.errorCode()));
            }
        }
        Optional<String> entra = causes.stream().map(Throwable::getMessage).flatMap(text -> AadError.sentence(text).stream()).findFirst();
        if (entra.isPresent()) {
            return failure(way == SignIn.CLI ? entra.get().replace("sign in again", "run az login") : entra.get());
        }
        String all = causes.stream().map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .reduce("", (a, b) -> a + " " + b);
        Optional<String> known = SIGNS.stream().filter(sign -> all.contains(sign.text())).map(Sign::whatToDo).findFirst();
        return known.map(SignInTrouble::failure).or(() -> ofTheWay(Trouble.kind(thrown), way, all))
                .orElseGet(() -> failure("The sign-in failed: sign in again, or choose another way to sign in."));
    }

    /** The kinds of trouble on the way to whoever gives the token; a plain exception of the library is none of them. */
    private static Optional<Failure> ofTheWay(Kind kind, SignIn way, String text) {
        return Optional.ofNullable(switch (kind) {
            case TIMEOUT -> new Failure(Kind.TIMEOUT, switch (way) {
                case BROWSER, DEVICE_CODE -> "Nobody completed the sign-in in time: sign in again.";
                case CLI -> "The Azure CLI did not answer in time: see that az account show works, then try again.";
                case MANAGED_IDENTITY -> NO_IDENTITY;
                case ENVIRONMENT -> "The sign-in got no answer in time: see that this machine reaches the sign-in address "
                        + "(or its proxy), then sign in again.";
            }, NEEDS);
            case REFUSED, UNREACHABLE -> way == SignIn.MANAGED_IDENTITY ? failure(NO_IDENTITY)
                    : new Failure(Kind.UNREACHABLE, text.contains("got: 407")
                    ? "The proxy asks for a user name and password, which Link Doctor does not send: have it let the sign-in address through."
                    : text.contains("tunnel failed") ? "The proxy does not let requests to the sign-in address through."
                    : "The sign-in address cannot be reached: see that this machine reaches it, or set the proxy (HTTPS_PROXY).", NEEDS);
            case UNTRUSTED -> new Failure(Kind.UNTRUSTED, "The certificate of the sign-in address is not trusted: where "
                    + "a proxy inspects traffic, give its certificate authority as a CA file.", NEEDS);
            case CANCELLED -> new Failure(Kind.CANCELLED, "The sign-in was cancelled.", NEEDS);
            case RESET -> new Failure(Kind.RESET, "The connection to the sign-in address broke: sign in again.", NEEDS);
            case GARBAGE -> text.contains("status line") ? new Failure(Kind.GARBAGE, "What answers at the sign-in address or its proxy "
                    + "does not speak HTTP: see that HTTPS_PROXY names a proxy.", NEEDS) : null;
            case DENIED, NOT_FOUND, THROTTLED, SERVER_ERROR, NOT_SIGNED_IN, UNSUPPORTED -> null;
        });
    }

    static Failure failure(String whatToDo) {
        return new Failure(Kind.NOT_SIGNED_IN, whatToDo, NEEDS);
    }
}
