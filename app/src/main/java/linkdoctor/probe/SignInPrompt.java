package linkdoctor.probe;

import java.net.URI;
import java.time.Instant;

/** What a person must do to sign in. */
public sealed interface SignInPrompt {

    /** The same as one sentence, for a terminal. */
    String sentence();

    /** Enter a code on a page, in any browser on any machine. */
    record DeviceCode(String code, URI page, Instant expires, String sentence) implements SignInPrompt {
    }

    /** Sign in on a page in a browser of this machine, which was sent there. */
    record Browser(URI page, String sentence) implements SignInPrompt {
    }
}
