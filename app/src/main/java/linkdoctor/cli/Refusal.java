package linkdoctor.cli;

/** What the user asked for cannot be done; the message is one sentence on what to do instead. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String said) {
        super(said);
    }
}
