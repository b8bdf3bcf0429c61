package linkdoctor.probe.https;

import java.io.IOException;

/** What came back is not HTTP. */
final class MalformedAnswer extends IOException {
    MalformedAnswer(String what) {
        super(what);
    }
}
