package linkdoctor.check.callers;

/** The vault's gates in the order in which a request meets them. */
public enum Gate {
    PRIVATE_LINK("Private link", "Link", "Whether it comes over an approved private endpoint connection; then the public gates are not asked."),
    PUBLIC_ACCESS("Public access", "Public", "Whether the vault takes public requests at all."),
    NETWORK_RULES("Network rules", "Rules", "The default action, and the addresses and subnets that are let in."),
    BYPASS("Bypass", "Bypass", "Whether services that Microsoft lists are let past both, for the uses that it lists."),
    PERIMETER("Perimeter", "Perim.", "A network security perimeter; an enforced one decides in place of the three before it."),
    TOKEN("Token", "Token", "Whether the vault takes the caller's token: one of its own tenant."),
    PERMISSION("Permission", "Right", "Whether the caller may do this: here, list secrets.");

    private final String title;
    private final String brief;
    private final String asks;

    Gate(String title, String brief, String asks) {
        this.title = title;
        this.brief = brief;
        this.asks = asks;
    }

    public String title() {
        return title;
    }

    /** The title on six characters at most. */
    public String brief() {
        return brief;
    }

    /** What it asks, in a sentence. */
    public String asks() {
        return asks;
    }

    /** Whether it asks where a request comes from, and not who is there. */
    public boolean ofNetwork() {
        return this != TOKEN && this != PERMISSION;
    }
}
