package linkdoctor.ui.part.row;

import java.net.URI;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;

import linkdoctor.check.Section;
import linkdoctor.ui.model.Shell;

/**
 * What a row can do outside of itself.
 *
 * @param shell    the shell that commands are shown for, in all rows alike
 * @param openLink opens a page in the browser
 * @param open     goes to a section
 */
public record Means(ObjectProperty<Shell> shell, Consumer<URI> openLink, Consumer<Section> open) {
}
