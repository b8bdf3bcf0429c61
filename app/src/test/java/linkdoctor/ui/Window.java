package linkdoctor.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import linkdoctor.Practice;
import linkdoctor.engine.Engine;
import linkdoctor.lab.Lab;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.SelectableText;

/** The wizard in a window, as a test sees it. */
final class Window {
    private static final int PATIENCE = 25;
    final Stage stage;
    final Wizard wizard;
    final WizardModel model;
    final Path sessions;
    /** Where scripts go that are saved. */
    final Path scripts;

    private Window(Stage stage, Engine engine) throws IOException {
        this.stage = stage;
        sessions = Files.createTempDirectory("linkdoctor-sessions");
        scripts = Files.createTempDirectory("linkdoctor-scripts");
        wizard = new Wizard(stage, new Surroundings(engine, new Shelf(sessions), Duration.ofMillis(50), page -> { }), (over, what) -> Optional.of(scripts));
        model = wizard.model();
        stage.show();
    }

    /** Each practice case starts a lab of its own. */
    static Window open(Stage stage) throws IOException {
        return new Window(stage, Practice.engine());
    }

    /** Every visit goes to this lab. */
    static Window open(Stage stage, Lab lab) throws IOException {
        return new Window(stage, Practice.engine(lab));
    }

    void practise(String scenario) throws Exception {
        Engine.Scenario one = model.engine().scenarios().stream().filter(s -> s.name().equals(scenario)).findFirst().orElseThrow();
        run(() -> model.practise(one));
    }

    /** Waits until the drawing thread sees that it is so. */
    void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> on(so));
    }

    void finished() throws Exception {
        until(() -> model.run().idle() && model.run().diagnosis().get().isPresent());
    }

    void go(Place place) throws Exception {
        run(() -> model.navigation().go(place));
    }

    void fire(String id) throws Exception {
        run(() -> at(id, Button.class).fire());
    }

    <T extends Node> T at(String id, Class<T> type) {
        return type.cast(stage.getScene().lookup(id));
    }

    /** Every text that can be read in the window now, a line each. */
    String texts() throws Exception {
        return on(() -> {
            List<String> texts = new ArrayList<>();
            read(stage.getScene().getRoot(), texts);
            return String.join("\n", texts);
        });
    }

    private static void read(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof SelectableText text) {
            texts.add(text.text());
        } else if (node instanceof TextInputControl input) {
            texts.add(input.getText());
        } else if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, texts));
        }
    }

    void run(Runnable action) throws Exception {
        on(() -> {
            action.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T on(Callable<T> call) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(call.call());
            } catch (Throwable thrown) {
                done.completeExceptionally(thrown);
            }
        });
        return done.get(PATIENCE, TimeUnit.SECONDS);
    }

    void close() throws Exception {
        run(wizard::close);
    }
}
