package linkdoctor.explain;

import java.util.Locale;

/** The part of the path that a request failed at. */
public enum Layer {
    NETWORK, IDENTITY, PERMISSION, THROTTLING, DNS, TLS, PROXY,
    /** The vault or what is in it: deleted, disabled, not there. */
    VAULT,
    /** Nothing failed: path and rights are fine as far as the text goes. */
    NONE,
    /** The text does not tell. */
    UNKNOWN;

    /** The word in the explanation document. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
