package linkdoctor.cli.text;

/** What a stream can show: {@code colour}, and {@code signs} beyond ASCII. */
public record Look(boolean colour, boolean signs) {
}
