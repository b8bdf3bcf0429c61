package linkdoctor.ui.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import linkdoctor.Practice;
import linkdoctor.engine.Engine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.session.Shelf;
import linkdoctor.ui.Background;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** One page in a window, on a running lab of the test's own. */
final class OnLab implements AutoCloseable {
    private static final int PATIENCE = 40;
    final Lab lab;
    final WizardModel model;
    final List<String> opened = new ArrayList<>();
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final Background work = new Background(unexpected::add);
    private final Pages pages;
    private final String scenario;
    private Scene scene;

    OnLab(String scenario) throws Exception {
        this.scenario = scenario;
        lab = Lab.start(Scenarios.named(scenario).orElseThrow());
        Engine engine = Practice.engine(lab);
        model = new WizardModel(engine, work, Duration.ofMillis(50), seen -> { });
        pages = new Pages(model, new Surroundings(engine, new Shelf(Path.of("never-written")), Duration.ofMillis(50), link -> opened.add(link.toString())),
                (over, what) -> Optional.empty());
    }

    /** On the drawing thread. */
    void show(Stage stage, Place place) {
        show(stage, pages.at(place));
    }

    void show(Stage stage, Page page) {
        ScrollPane scroll = new ScrollPane(page.view());
        scroll.setFitToWidth(true);
        scene = new Scene(scroll, 900, 600);
        stage.setScene(scene);
        stage.show();
        page.shown();
        page.focus().requestFocus();
    }

    /** Looks at the lab's vault and waits for the end. */
    void run() throws Exception {
        on(() -> {
            model.practise(model.engine().scenarios().stream().filter(one -> one.name().equals(scenario)).findFirst().orElseThrow());
            return true;
        });
        finished();
    }

    void again() throws Exception {
        on(() -> {
            model.runAll();
            return true;
        });
        finished();
    }

    private void finished() throws Exception {
        until(() -> model.run().idle() && model.run().diagnosis().get().isPresent() && model.signIn().visit().isPresent());
    }

    /** Waits until the drawing thread sees that it is so. */
    static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> on(so));
    }

    static <T> T on(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.asyncFx(call).get();
    }

    /** The one node that the selector finds. */
    <T extends Node> T the(String selector, Class<T> type) {
        return Optional.ofNullable(scene.getRoot().lookup(selector)).map(type::cast).orElseThrow(() -> new AssertionError("no " + selector));
    }

    Scene scene() {
        return scene;
    }

    @Override
    public void close() throws Exception {
        on(() -> {
            model.close();
            return true;
        });
        work.close();
        lab.close();
        assertThat(unexpected).isEmpty();
    }
}
