package linkdoctor.picture;

/** The line between two neighbouring hops. */
public enum Line {
    /** The request gets along it. */
    WHOLE,
    /** It is cut: the hop at its end is broken. */
    CUT,
    /** The request does not get here by the private path, or it is not known yet. */
    UNREACHED
}
