package linkdoctor.check;

/** How bad a finding is; later is worse. */
public enum Severity {
    NOTE, WARN, FAIL
}
