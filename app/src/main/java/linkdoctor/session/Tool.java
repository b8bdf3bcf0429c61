package linkdoctor.session;

/** The program that wrote a session. */
public record Tool(String name, String version) {
}
