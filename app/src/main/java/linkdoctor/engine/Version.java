package linkdoctor.engine;

import linkdoctor.session.Tool;

/** Which version this is. */
public final class Version {
    /** From the jar's manifest; a run from class files has none. */
    public static final String NUMBER = java.util.Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");

    /** This program, as the documents that it writes name it. */
    public static final Tool TOOL = new Tool("linkdoctor", NUMBER);

    private Version() {
    }
}
