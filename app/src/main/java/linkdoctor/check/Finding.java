package linkdoctor.check;

/**
 * A thing that can be wrong: an entry of the catalogue.
 *
 * @param code        stable for ever, {@code section.what}
 * @param title       what is wrong, as a sentence without names
 * @param explanation why it matters, then why it usually happens
 * @param link        Microsoft's page on it
 */
public record Finding(String code, Severity severity, String title, String explanation, String link) {

    public static Finding fail(String code, String title, String explanation, String link) {
        return new Finding(code, Severity.FAIL, title, explanation, link);
    }

    public static Finding warn(String code, String title, String explanation, String link) {
        return new Finding(code, Severity.WARN, title, explanation, link);
    }

    public static Finding note(String code, String title, String explanation, String link) {
        return new Finding(code, Severity.NOTE, title, explanation, link);
    }

    /** The same finding where it matters less or more than usual. */
    public Finding as(Severity other) {
        return new Finding(code, other, title, explanation, link);
    }
}
