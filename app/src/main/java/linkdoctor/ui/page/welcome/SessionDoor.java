package linkdoctor.ui.page.welcome;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

/** Opens saved sessions: chosen, dropped on the window, or from the shelf. */
public final class SessionDoor {
    private static final KeyCombination OPEN = KeyCombination.keyCombination("Shortcut+O");
    private final WizardModel model;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

    public SessionDoor(WizardModel model) {
        this.model = model;
    }

    /** Why the last file was not opened, or empty. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** Lets sessions in wherever one is in the window. */
    public void on(Scene scene) {
        scene.getAccelerators().put(OPEN, () -> choose(scene));
        scene.setOnDragOver(SessionDoor::over);
        scene.setOnDragDropped(this::dropped);
    }

    /** Lets the user choose a file to open. */
    public void choose(Scene over) {
        ask(over).ifPresent(this::open);
    }

    /** Lets the user choose a file. */
    public static Optional<Path> ask(Scene over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a session");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Sessions of Link Doctor", "*.json"),
                new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(over.getWindow())).map(File::toPath);
    }

    /** Begins to compare this file with another, or says on the welcome page why not. */
    public void compare(Path session) {
        refused.set("");
        model.compare(session, refused::set);
    }

    /** Opens this file, or says on the welcome page why not. */
    public void open(Path session) {
        refused.set("");
        model.open(session, said -> {
            refused.set(said);
            model.navigation().go(Place.Page.WELCOME);
        });
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            open(files.getFirst().toPath());
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
