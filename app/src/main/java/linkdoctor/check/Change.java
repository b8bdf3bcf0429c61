package linkdoctor.check;

import java.util.Locale;

/** What became of a finding, or of a check, between two looks. */
public enum Change {
    /** It was found, and now the check looks and does not find it. */
    FIXED("Fixed"),
    /** It is found, and the check did not find it before. */
    NEW("New"),
    /** It is found as it was before. */
    STILL_THERE("Still there"),
    /** Its status is another one, without any of the others. */
    DIFFERENT("Changed"),
    /** It could not be looked at, and now it is seen. */
    NOW_KNOWN("Now known"),
    /** It was seen, and now it could not be looked at. */
    NO_LONGER_KNOWN("No longer known");

    private final String label;

    Change(String label) {
        this.label = label;
    }

    /** The words that people read. */
    public String label() {
        return label;
    }

    /** The word in documents. */
    public String word() {
        return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
