package linkdoctor.engine;

/** Which version this is. */
public final class Version {
    /** From the jar's manifest; a run from class files has none. */
    public static final String NUMBER = java.util.Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");

    private Version() {
    }
}
