package linkdoctor.probe;

import java.io.IOException;
import java.net.URI;

/** A machine on which no browser can be opened. */
public final class NoBrowser implements Browser {
    public static final Browser HERE = new NoBrowser();

    private NoBrowser() {
    }

    @Override
    public void open(URI page) throws IOException {
        throw new IOException("no browser here");
    }
}
