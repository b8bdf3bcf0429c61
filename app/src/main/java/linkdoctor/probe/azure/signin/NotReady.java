package linkdoctor.probe.azure.signin;

/** The chosen way to sign in lacks something on this machine; the message says what to do. */
public final class NotReady extends RuntimeException {
    NotReady(String whatToDo) {
        super(whatToDo);
    }
}
