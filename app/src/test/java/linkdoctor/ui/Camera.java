package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import linkdoctor.engine.Engine;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.ThemeChoice;
import linkdoctor.ui.model.WizardModel;

/** Stands before a wizard's window and takes pictures of it into a folder. */
final class Camera {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 700;
    private static final int STEPS_TO_LARGEST = 7;
    private static final int TRIES = 3;
    private static final Duration PULSES = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path folder;
    private final Stage stage;
    private final Wizard wizard;

    private Camera(Path folder, Stage stage, Wizard wizard) {
        this.folder = folder;
        this.stage = stage;
        this.wizard = wizard;
    }

    /** Opens a window of the smallest size over this engine. */
    static Camera before(Engine engine, Path folder) throws Exception {
        Path sessions = Files.createTempDirectory("screens");
        return on(() -> {
            Stage stage = new Stage();
            Wizard wizard = new Wizard(stage, new Surroundings(engine, new Shelf(sessions), Duration.ofSeconds(5), page -> { }));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            return new Camera(folder, stage, wizard);
        });
    }

    WizardModel model() {
        return wizard.model();
    }

    Stage stage() {
        return stage;
    }

    <T extends Node> T at(String selector, Class<T> type) {
        return type.cast(stage.getScene().lookup(selector));
    }

    void start(String scenario) throws Exception {
        Engine.Scenario one = model().engine().scenarios().stream().filter(s -> s.name().equals(scenario)).findFirst().orElseThrow();
        run(() -> model().practise(one));
    }

    void practise(String scenario) throws Exception {
        start(scenario);
        finished();
    }

    void finished() throws Exception {
        until(() -> model().run().idle() && model().run().diagnosis().get().isPresent());
    }

    void go(Place place, String name) throws Exception {
        run(() -> model().navigation().go(place));
        shoot(name);
    }

    /** In every look, at 200 % of the system, and with the largest text of our own. */
    void shoot(String name) throws Exception {
        for (ThemeChoice theme : ThemeChoice.values()) {
            if (theme != ThemeChoice.SYSTEM) {
                look(theme);
                shoot(stage.getScene(), 1, name + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        look(ThemeChoice.LIGHT);
        shoot(stage.getScene(), 2, name + "-200-percent");
        for (int step = 0; step < STEPS_TO_LARGEST; step++) {
            run(wizard.theme()::larger);
        }
        pulses();
        shoot(stage.getScene(), 1, name + "-large-text");
        run(wizard.theme()::usualSize);
    }

    /** A window beside the wizard's own. */
    void shoot(Scene scene, String name) throws Exception {
        pulses();
        shoot(scene, 1, name);
    }

    private void look(ThemeChoice theme) throws Exception {
        run(() -> wizard.theme().choice().set(theme));
        pulses();
    }

    /** Lists fill and skins are made in the pulses after. */
    private static void pulses() throws InterruptedException {
        Thread.sleep(PULSES);
    }

    /** A pulse of the window can take the drawing away that a picture is being made of: then the next one will do. */
    private void shoot(Scene scene, double scale, String name) throws Exception {
        Path file = folder.resolve(name + ".png");
        for (int tries = 1; ; tries++) {
            try {
                on(() -> {
                    Picture.write(scene, scale, file);
                    return true;
                });
                return;
            } catch (ExecutionException lost) {
                if (!(lost.getCause() instanceof NullPointerException) || tries == TRIES) {
                    throw lost;
                }
                pulses();
            }
        }
    }

    static void until(Callable<Boolean> so) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!on(so)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("it never came to be");
            }
            Thread.sleep(20);
        }
    }

    static void run(Runnable change) throws Exception {
        on(() -> {
            change.run();
            return true;
        });
    }

    static <T> T on(Callable<T> call) throws Exception {
        return Window.on(call);
    }
}
