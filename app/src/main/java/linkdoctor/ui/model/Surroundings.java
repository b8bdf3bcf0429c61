package linkdoctor.ui.model;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import linkdoctor.engine.Engine;
import linkdoctor.session.Shelf;

/**
 * What the wizard stands on.
 *
 * @param engine   does the looking
 * @param shelf    where sessions are kept as they grow
 * @param pause    between two looks when watching
 * @param openLink opens a page in the browser
 */
public record Surroundings(Engine engine, Shelf shelf, Duration pause, Consumer<URI> openLink) {
}
