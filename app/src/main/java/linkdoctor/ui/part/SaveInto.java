package linkdoctor.ui.part;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for a folder to save several files in. */
@FunctionalInterface
public interface SaveInto {

    /** @param what what is saved, as the chooser's title */
    Optional<Path> ask(Window over, String what);

    /** The chooser of the system. */
    static SaveInto chooser() {
        return (over, what) -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(what);
            return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
        };
    }
}
