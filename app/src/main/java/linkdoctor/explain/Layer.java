package linkdoctor.explain;

import java.util.Locale;

/** The part of the path that a request failed at. */
public enum Layer {
    NETWORK("Network"), IDENTITY("Identity"), PERMISSION("Permission"), THROTTLING("Throttling"), DNS("DNS"), TLS("TLS"), PROXY("Proxy"),
    /** The vault or what is in it: deleted, disabled, not there. */
    VAULT("Vault"),
    /** Nothing failed: path and rights are fine as far as the text goes. */
    NONE("No fault"),
    /** The text does not tell. */
    UNKNOWN("Not known");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** The word that people read. */
    public String label() {
        return label;
    }

    /** The word in the explanation document. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
