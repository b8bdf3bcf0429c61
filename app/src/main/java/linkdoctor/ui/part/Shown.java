package linkdoctor.ui.part;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Severity;
import linkdoctor.check.Status;

/** How a status looks and is called: icon, word and colour, the same everywhere. */
public enum Shown {
    FINE(Status.PASS.label(), BootstrapIcons.CHECK_CIRCLE_FILL, BootstrapIcons.CHECK2),
    NOTE(Status.NOTE.label(), BootstrapIcons.INFO_CIRCLE_FILL, BootstrapIcons.INFO),
    WARNING(Status.WARN.label(), BootstrapIcons.EXCLAMATION_TRIANGLE_FILL, BootstrapIcons.EXCLAMATION),
    BROKEN(Status.FAIL.label(), BootstrapIcons.X_OCTAGON_FILL, BootstrapIcons.X),
    COULD_NOT_LOOK(Status.UNKNOWN.label(), BootstrapIcons.QUESTION_CIRCLE, BootstrapIcons.QUESTION),
    NOT_NEEDED(Status.SKIPPED.label(), BootstrapIcons.DASH_CIRCLE, BootstrapIcons.DASH),
    WAITING("Waiting", BootstrapIcons.CIRCLE, BootstrapIcons.THREE_DOTS),
    LOOKING("Looking", BootstrapIcons.ARROW_REPEAT, BootstrapIcons.ARROW_REPEAT);

    private final String word;
    private final BootstrapIcons icon;
    private final BootstrapIcons sign;

    Shown(String word, BootstrapIcons icon, BootstrapIcons sign) {
        this.word = word;
        this.icon = icon;
        this.sign = sign;
    }

    public String word() {
        return word;
    }

    BootstrapIcons icon() {
        return icon;
    }

    /** The bare sign of the icon, to stand in a circle of its own. */
    public BootstrapIcons sign() {
        return sign;
    }

    /** The style class that gives its colour. */
    public String styleClass() {
        return "status-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Shown of(Status status) {
        return switch (status) {
            case PASS -> FINE;
            case NOTE -> NOTE;
            case WARN -> WARNING;
            case FAIL -> BROKEN;
            case UNKNOWN -> COULD_NOT_LOOK;
            case SKIPPED -> NOT_NEEDED;
        };
    }

    public static Shown of(Severity severity) {
        return switch (severity) {
            case NOTE -> NOTE;
            case WARN -> WARNING;
            case FAIL -> BROKEN;
        };
    }
}
