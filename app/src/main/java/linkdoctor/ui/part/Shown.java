package linkdoctor.ui.part;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Severity;
import linkdoctor.check.Status;

/** How a status looks and is called: icon, word and colour, the same everywhere. */
public enum Shown {
    FINE(Status.PASS.label(), BootstrapIcons.CHECK_CIRCLE_FILL),
    NOTE(Status.NOTE.label(), BootstrapIcons.INFO_CIRCLE_FILL),
    WARNING(Status.WARN.label(), BootstrapIcons.EXCLAMATION_TRIANGLE_FILL),
    BROKEN(Status.FAIL.label(), BootstrapIcons.X_OCTAGON_FILL),
    COULD_NOT_LOOK(Status.UNKNOWN.label(), BootstrapIcons.QUESTION_CIRCLE),
    NOT_NEEDED(Status.SKIPPED.label(), BootstrapIcons.DASH_CIRCLE),
    WAITING("Waiting", BootstrapIcons.CIRCLE),
    LOOKING("Looking", BootstrapIcons.ARROW_REPEAT);

    private final String word;
    private final BootstrapIcons icon;

    Shown(String word, BootstrapIcons icon) {
        this.word = word;
        this.icon = icon;
    }

    public String word() {
        return word;
    }

    BootstrapIcons icon() {
        return icon;
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
