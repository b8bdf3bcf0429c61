package linkdoctor.lab.scenario;

/** A scenario file that cannot be followed, in one sentence with file and line. */
public final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadLine(Line line, String why) {
        super(line.file() + " line " + line.number() + ": " + why);
    }
}
