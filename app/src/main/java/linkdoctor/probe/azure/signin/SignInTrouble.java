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
                    "This machine has no managed identity: choose another --auth, or give the machine an identity in Azure."),
            new Sign("managed identity", "This machine's managed identity gave no token: see that it has one, or choose another --auth."),
            new Sign("failed to open the url", "No browser could be opened: use --auth device-code."),
            new Sign("unable to open browser", "No browser could be opened: use --auth device-code."),
            new Sign("no authorization code", "The browser was closed before the sign-in was complete: run this again."),
            new Sign("authorization_result_blank", "The browser was closed before the sign-in was complete: run this again."),
            new Sign("interactive", "This needs another sign-in in person: run the sign-in again."),
            new Sign("private key", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("certificate_unknown", "The client certificate cannot be used: see that its file holds certificate and private key."),
            new Sign("too many requests", "Entra ID has had too many sign-ins: wait a minute, then run this again."));

    private SignInTrouble() {
    }

    public static Failure of(Throwable thrown) {
        List<Throwable> causes = Trouble.causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof NotReady notReady) {
                return failure(notReady.getMessage());
            }
        }
        Optional<String> entra = causes.stream().map(Throwable::getMessage).flatMap(text -> AadError.sentence(text).stream()).findFirst();
        if (entra.isPresent()) {
            return failure(entra.get());
        }
        Optional<Failure> way = ofTheWay(thrown);
        if (way.isPresent()) {
            return way.get();
        }
        String all = causes.stream().map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .reduce("", (a, b) -> a + " " + b);
        return failure(SIGNS.stream().filter(sign -> all.contains(sign.text())).map(Sign::whatToDo).findFirst()
                .orElse("The sign-in failed: run this again, or choose another --auth."));
    }

    /** The kinds of trouble on the way to the authority; a plain exception of the library is none of them. */
    private static Optional<Failure> ofTheWay(Throwable thrown) {
        return Optional.ofNullable(switch (Trouble.kind(thrown)) {
            case TIMEOUT -> new Failure(Kind.TIMEOUT, "The sign-in got no answer in time: see that this machine reaches "
                    + "the sign-in address (or its proxy), then run this again.", NEEDS);
            case REFUSED, UNREACHABLE -> new Failure(Kind.UNREACHABLE, "The sign-in address cannot be reached: see that "
                    + "this machine reaches it, or set the proxy (HTTPS_PROXY).", NEEDS);
            case UNTRUSTED -> new Failure(Kind.UNTRUSTED, "The certificate of the sign-in address is not trusted: where "
                    + "a proxy inspects traffic, give its certificate authority with --ca-file.", NEEDS);
            case CANCELLED -> new Failure(Kind.CANCELLED, "The sign-in was cancelled.", NEEDS);
            case RESET -> new Failure(Kind.RESET, "The connection to the sign-in address broke: run this again.", NEEDS);
            case GARBAGE, DENIED, NOT_FOUND, THROTTLED, SERVER_ERROR, NOT_SIGNED_IN, UNSUPPORTED -> null;
        });
    }

    static Failure failure(String whatToDo) {
        return new Failure(Kind.NOT_SIGNED_IN, whatToDo, NEEDS);
    }
}
