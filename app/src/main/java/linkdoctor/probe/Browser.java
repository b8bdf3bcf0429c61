package linkdoctor.probe;

import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/** The web browser of the person at this machine. */
@FunctionalInterface
public interface Browser {

    /**
     * Opens a page.
     *
     * @throws IOException          when no browser can be opened
     * @throws InterruptedException when the caller was cancelled
     */
    void open(URI page) throws IOException, InterruptedException;

    /** The address under which the browser finds a page; {@link #open} takes that. */
    default URI address(URI page) {
        return page;
    }

    /** This browser, in a world where pages have other addresses. */
    default Browser at(UnaryOperator<URI> addresses) {
        Browser real = this;
        return new Browser() {
            @Override
            public void open(URI page) throws IOException, InterruptedException {
                real.open(page);
            }

            @Override
            public URI address(URI page) {
                return addresses.apply(page);
            }
        };
    }
}
