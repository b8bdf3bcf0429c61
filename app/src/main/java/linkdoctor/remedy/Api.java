package linkdoctor.remedy;

/** The versions of Azure Resource Manager's interfaces that a script reads with; every cloud has them. */
public enum Api {
    KEY_VAULT("2023-07-01"),
    NETWORK("2023-09-01"),
    PRIVATE_DNS("2020-06-01"),
    AUTHORIZATION("2022-04-01"),
    /** Diagnostic settings; there is no version that is not a preview. */
    MONITOR("2021-05-01-preview");

    private final String version;

    Api(String version) {
        this.version = version;
    }

    public String version() {
        return version;
    }
}
