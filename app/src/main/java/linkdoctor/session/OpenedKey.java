package linkdoctor.session;

/** What opening a file as a redaction key came to. */
public sealed interface OpenedKey permits RedactionKey, OpenedKey.NotAKey {

    /** No key; {@code said} is one sentence. */
    record NotAKey(String said) implements OpenedKey {
    }
}
