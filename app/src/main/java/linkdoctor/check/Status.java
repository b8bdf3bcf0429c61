package linkdoctor.check;

/** A check's status, as the session document writes it. */
public enum Status {
    PASS, NOTE, WARN, FAIL, UNKNOWN, SKIPPED;

    /** The word that people read beside the icon. */
    public String label() {
        return switch (this) {
            case PASS -> "Fine";
            case NOTE -> "Note";
            case WARN -> "Warning";
            case FAIL -> "Broken";
            case UNKNOWN -> "Could not look";
            case SKIPPED -> "Not needed";
        };
    }

    /** The sign beside the word. */
    public String sign() {
        return switch (this) {
            case PASS -> "✓";
            case NOTE -> "i";
            case WARN -> "⚠";
            case FAIL -> "✖";
            case UNKNOWN -> "?";
            case SKIPPED -> "–";
        };
    }

    /** The word in the session document. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
