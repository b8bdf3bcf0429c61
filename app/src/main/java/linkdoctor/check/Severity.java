package linkdoctor.check;

/** How bad a finding is; later is worse. */
public enum Severity {
    NOTE, WARN, FAIL;

    /** The status of a check whose worst finding is this bad. */
    public Status status() {
        return switch (this) {
            case NOTE -> Status.NOTE;
            case WARN -> Status.WARN;
            case FAIL -> Status.FAIL;
        };
    }
}
