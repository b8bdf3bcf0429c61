package linkdoctor.probe.https.http;

import java.io.IOException;

/** What came back is not HTTP. */
public final class MalformedAnswer extends IOException {
    MalformedAnswer(String what) {
        super(what);
    }
}
