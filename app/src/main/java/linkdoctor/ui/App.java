package linkdoctor.ui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import javafx.application.Application;
import javafx.stage.Stage;

import linkdoctor.engine.Engine;
import linkdoctor.probe.SystemBrowser;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Surroundings;

/** The program with its window. */
public final class App extends Application {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static Engine engine;
    private static Optional<Engine.Scenario> scenario = Optional.empty();
    private Wizard wizard;

    /**
     * Opens the window and comes back when it is closed.
     *
     * @param first the practice case to begin with
     */
    public static Engine.Reply<Engine.Closed> open(Engine with, Optional<Engine.Scenario> first) {
        engine = with;
        scenario = first;
        try {
            launch(App.class);
            return new Engine.Done<>(new Engine.Closed());
        } catch (UnsupportedOperationException noDisplay) {
            return new Engine.Refused<>("No window can be shown here; linkdoctor check VAULT does the same in a terminal.");
        }
    }

    @Override
    public void start(Stage stage) {
        Shelf shelf = Shelf.usual(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
        wizard = new Wizard(stage, new Surroundings(engine, shelf, PAUSE, this::openLink));
        // Event handlers and layout throw to here, and so does every thread that nobody else listens to.
        Thread.setDefaultUncaughtExceptionHandler(wizard.unforeseen());
        stage.show();
        scenario.ifPresent(wizard.model()::practise);
    }

    private void openLink(URI page) {
        wizard.model().work().start("open", () -> opened(page), opened -> {
            if (opened.isEmpty()) {
                getHostServices().showDocument(page.toString());
            }
        });
    }

    /** By the opener that sign-in pages are opened with; empty when that cannot, as it cannot open a file. */
    private static Optional<URI> opened(URI page) throws InterruptedException {
        try {
            SystemBrowser.ofThisMachine().open(page);
            return Optional.of(page);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        wizard.close();
    }
}
