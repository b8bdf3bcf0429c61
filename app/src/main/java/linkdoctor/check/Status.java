package linkdoctor.check;

/** A check's status, as the session document writes it. */
public enum Status {
    PASS, NOTE, WARN, FAIL, UNKNOWN, SKIPPED;

    /** The word in the session document. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
