package linkdoctor.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import linkdoctor.Practice;
import linkdoctor.engine.Engine;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Surroundings;

/**
 * A window that says how long after the start of the process its first frame was drawn, and how much memory the process
 * then had, and ends: a bare one, the wizard's, or the wizard's after a run on the lab.
 */
public final class FirstFrame extends Application {

    @Override
    public void start(Stage stage) throws Exception {
        switch (getParameters().getRaw().getFirst()) {
            case "bare" -> stage.setScene(new Scene(new StackPane(new Button("A bare window")), 1180, 760));
            case "wizard" -> wizard(stage);
            default -> run(wizard(stage));
        }
        stage.show();
        if (!getParameters().getRaw().getFirst().equals("run")) {
            afterFirstFrame(FirstFrame::tell);
        }
    }

    private static Wizard wizard(Stage stage) throws Exception {
        Path sessions = Files.createTempDirectory("linkdoctor-first-frame");
        return new Wizard(stage, new Surroundings(Practice.engine(), new Shelf(sessions), Duration.ofSeconds(5), page -> { }));
    }

    private static void run(Wizard wizard) {
        Engine.Scenario scenario = Practice.engine().scenarios().stream().filter(one -> one.name().equals("zone-not-linked")).findFirst().orElseThrow();
        wizard.model().run().activity().addListener((property, old, now) -> {
            if (wizard.model().run().idle() && wizard.model().run().diagnosis().get().isPresent()) {
                tell();
            }
        });
        Platform.runLater(() -> wizard.model().practise(scenario));
    }

    /** The first pulse draws the window; when the second begins, that has been done. */
    private static void afterFirstFrame(Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void tell() {
        long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.println("frame " + millis + " heap " + (memory.totalMemory() - memory.freeMemory()) / (1024 * 1024) + " resident " + resident());
        Runtime.getRuntime().halt(0);
    }

    /** What the process holds of the machine's memory in MiB, where the system tells; else 0. */
    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (java.io.IOException notThisSystem) {
            return 0;
        }
    }
}
