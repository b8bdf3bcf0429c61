package linkdoctor.ui;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.stage.Stage;

import linkdoctor.engine.Version;

/** Tells what no code foresaw, in one dialog however much of it comes; on the drawing thread. */
final class Mishaps implements Consumer<Throwable> {
    private static final Logger LOG = System.getLogger(Mishaps.class.getName());
    private final Stage owner;
    private Optional<MishapDialog> open = Optional.empty();

    Mishaps(Stage owner) {
        this.owner = owner;
    }

    @Override
    public void accept(Throwable thrown) {
        Mishap mishap = Mishap.of(thrown, Version.NUMBER);
        LOG.log(Logger.Level.WARNING, "Something went wrong inside Link Doctor ({0}).", mishap.code());
        LOG.log(Logger.Level.DEBUG, mishap.details());
        if (open.isPresent()) {
            open.get().more(mishap);
        } else {
            MishapDialog dialog = new MishapDialog(owner, mishap);
            open = Optional.of(dialog);
            dialog.show(() -> open = Optional.empty());
        }
    }
}
