package linkdoctor.probe.azure.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.probe.azure.wire.Trouble;

/** Why nobody could be signed in, in one sentence on what to do. Texts of libraries are never passed on. */
public final class SignInTrouble {
    private static final String NEEDS = "A sign-in.";

    private static final String NO_IDENTITY =
            "This machine has no managed identity: choose another --auth, or give the machine an identity in Azure.";
    private static final String NOT_COMPLETED =
            "The sign-in in the browser was not completed, or was refused there: run this again.";

    /** A sign of trouble in a library's text, in lower case, and what it asks for. */
    private record Sign(String text, String whatToDo) {
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("azure cli not installed", "Install the Azure CLI and run az login, or choose another --auth."),
            new Sign("az login", "Run az login, then run this again."),
            new Sign("azure cli authentication", "The Azure CLI gave no token: run az login, then run this again."),
            new Sign("code_expired", "The device code has expired: run this again and enter the new code within 15 minutes."),
            new Sign("expired_token", "The device code has expired: run this again and enter the new code within 15 minutes."),
            new Sign("authorization_declined", "The sign-in was declined: run this again and accept it, or sign in as someone else."),
            new Sign("access_denied", "The sign-in was declined: run this again and accept it, or sign in as someone else."),
            new Sign("managedidentitycredential authentication unavailable",
                    NO_IDENTITY),
            new Sign("managed identity", "This machine's managed identity gave no token: see that it has one, or choose another --auth."),
            new Sign("failed to open the url", "No browser could be opened: use --auth device-code."),
            new Sign("unable to open browser", "No browser could be opened: use --auth device-code."),
            new Sign("no authorization code", NOT_COMPLETED),
            new Sign("authorization_result_blank", NOT_COMPLETED),
            new Sign("interactive", "This needs another sign-in in person: run the sign-in again."),
            new Sign("private key", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("parse the certificate", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("status code: 5", "Entra ID has a fault of its own: wait a minute, then run this again."),
            new Sign("status code: 429", "Entra ID has had too many sign-ins: wait a minute, then run this again."),
            new Sign("too many requests", "Entra ID has had too many sign-ins: wait a minute, then run this again."));

    private SignInTrouble() {
    }

    /** @param way how it was tried */
    public static Failure of(Throwable thrown, SignIn way) {
        List<Throwable> causes = Trouble.causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof NotReady notReady) {
                return failure(notReady.getMessage());
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
                .orElseGet(() -> failure("The sign-in failed: run this again, or choose another --auth."));
    }

    /** The kinds of trouble on the way to whoever gives the token; a plain exception of the library is none of them. */
    private static Optional<Failure> ofTheWay(Kind kind, SignIn way, String text) {
        return Optional.ofNullable(switch (kind) {
            case TIMEOUT -> new Failure(Kind.TIMEOUT, switch (way) {
                case BROWSER, DEVICE_CODE -> "Nobody completed the sign-in in time: run this again.";
                case CLI -> "The Azure CLI did not answer in time: see that az account show works, then run this again.";
                case MANAGED_IDENTITY -> NO_IDENTITY;
                case ENVIRONMENT -> "The sign-in got no answer in time: see that this machine reaches the sign-in address "
                        + "(or its proxy), then run this again.";
            }, NEEDS);
            case REFUSED, UNREACHABLE -> way == SignIn.MANAGED_IDENTITY ? failure(NO_IDENTITY)
                    : new Failure(Kind.UNREACHABLE, text.contains("got: 407")
                    ? "The proxy asks for a user name and password, which Link Doctor does not send: have it let the sign-in address through."
                    : text.contains("tunnel failed") ? "The proxy does not let requests to the sign-in address through."
                    : "The sign-in address cannot be reached: see that this machine reaches it, or set the proxy (HTTPS_PROXY).", NEEDS);
            case UNTRUSTED -> new Failure(Kind.UNTRUSTED, "The certificate of the sign-in address is not trusted: where "
                    + "a proxy inspects traffic, give its certificate authority with --ca-file.", NEEDS);
            case CANCELLED -> new Failure(Kind.CANCELLED, "The sign-in was cancelled.", NEEDS);
            case RESET -> new Failure(Kind.RESET, "The connection to the sign-in address broke: run this again.", NEEDS);
            case GARBAGE -> text.contains("status line") ? new Failure(Kind.GARBAGE, "What answers at the sign-in address or its proxy "
                    + "does not speak HTTP: see that HTTPS_PROXY names a proxy.", NEEDS) : null;
            case DENIED, NOT_FOUND, THROTTLED, SERVER_ERROR, NOT_SIGNED_IN, UNSUPPORTED -> null;
        });
    }

    static Failure failure(String whatToDo) {
        return new Failure(Kind.NOT_SIGNED_IN, whatToDo, NEEDS);
    }
}
