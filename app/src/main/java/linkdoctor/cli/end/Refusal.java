package linkdoctor.cli.end;

/** What the user asked for cannot be done; the message is one sentence on what to do instead. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String said) {
        super(said);
    }
}
