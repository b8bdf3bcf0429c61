package linkdoctor.ui.part;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to save a file. The chooser of the system asks before it writes over another. */
@FunctionalInterface
public interface SaveAs {

    /**
     * @param what what is saved, as the chooser's title
     * @param kind what the user calls such a file, as "Markdown"
     * @param name the name to begin with, with its ending
     */
    Optional<Path> ask(Window over, String what, String kind, String name);

    /** The chooser of the system. */
    static SaveAs chooser() {
        return (over, what, kind, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(what);
            chooser.setInitialFileName(name);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + name.substring(name.lastIndexOf('.'))));
            return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
        };
    }
}
