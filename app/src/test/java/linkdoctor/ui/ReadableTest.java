package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.check.Checklist;
import linkdoctor.session.OldSessions;
import linkdoctor.elsewhere.Kept;
import linkdoctor.ui.model.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page in the smallest window, with usual and with the largest text: all can be read, and used by keyboard and ear. */
@ExtendWith(ApplicationExtension.class)
class ReadableTest {
    private static final int STEPS_TO_LARGEST = 7;
    private static final int STEPS_TO_HALF = 3;
    private final List<String> wrong = new ArrayList<>();
    private Window window;
    private String size = "usual";

    @Start
    void open(Stage stage) throws Exception {
        stage.setWidth(1024);
        stage.setHeight(700);
        window = Window.open(stage);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theWayToAVault() throws Exception {
        inEverySize(this::start);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatWasSeenOfIt() throws Exception {
        window.practise("zone-not-linked");
        window.finished();
        inEverySize(this::judged);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatCouldNotBeSeen() throws Exception {
        window.practise("rights-denied-zone");
        window.finished();
        inEverySize(() -> {
            go(Place.section(6));
            go(Place.Page.DIAGNOSIS);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatChangedBetweenTwoLooks() throws Exception {
        window.practise("rights-denied-zone");
        window.finished();
        Path earlier = window.sessions.resolve("earlier.json");
        Files.copy(OldSessions.FROZEN, earlier);
        inEverySize(() -> {
            window.run(window.model::compareThis);
            window.until(() -> window.stage.getScene().lookup(".recent-row") != null);
            audit("another session to choose");
            window.run(() -> window.model.compare().with(earlier));
            window.until(() -> window.stage.getScene().lookup(".difference") != null);
            audit("what changed");
            go(Place.Page.WELCOME);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAnotherMachineSaw() throws Exception {
        window.practise("healthy");
        window.finished();
        window.run(() -> window.model.elsewhere().take(Kept.text("not-linked").replaceFirst("(?s)linkdoctor-probe/1 end.*", "")));
        window.until(() -> window.model.navigation().place().get() == Place.Page.DIAGNOSIS);
        inEverySize(() -> {
            go(Place.section(5));
            go(Place.Page.DIAGNOSIS);
            window.run(() -> window.model.elsewhere().take("no output"));
            window.until(() -> !window.model.elsewhere().refused().get().isEmpty());
            go(Place.Page.ELSEWHERE);
        });
        assertThat(wrong).isEmpty();
    }

    private void start() throws Exception {
        go(Place.Page.WELCOME);
        fire("#practise");
        audit("the practice cases");
        fire("#practise");
        go(Place.Page.SIGN_IN);
        go(Place.Page.VAULT);
        go(Place.Page.EXPLAIN);
        fire("#example-error");
        window.until(() -> window.stage.getScene().lookup(".explanation-title") != null);
        audit("an explained error");
        fire("#clear-error");
        go(Place.Page.ABOUT);
    }

    private void judged() throws Exception {
        go(Place.Page.SIGN_IN);
        go(Place.Page.VAULT);
        for (int section = 0; section < Checklist.SECTIONS.size(); section++) {
            go(Place.section(section));
        }
        go(Place.Page.DIAGNOSIS);
        window.run(() -> window.model.callers().ask("app-service"));
        go(Place.Page.CALLERS);
        go(Place.Page.FIX);
        window.until(() -> !window.at("#save-scripts", Button.class).isDisabled());
        audit("the scripts");
        fire("#save-scripts");
        window.until(() -> window.at("#open-folder", Button.class).isVisible());
        audit("saved scripts");
        go(Place.Page.ELSEWHERE);
        window.run(() -> window.model.navigation().go(Place.Page.REPORT));
        window.until(() -> !window.at("#save-report", Button.class).isDisabled());
        audit("REPORT");
    }

    private void fire(String id) throws Exception {
        window.fire(id);
    }

    private void go(Place place) throws Exception {
        window.go(place);
        audit(place instanceof Place.OfSection(var section) ? "section " + section.number() : place.toString());
    }

    private void audit(String page) throws Exception {
        // What a first pulse makes, a second lays out.
        for (int pulse = 0; pulse < 2; pulse++) {
            Window.on(() -> {
                window.stage.getScene().getRoot().applyCss();
                window.stage.getScene().getRoot().layout();
                return true;
            });
        }
        wrong.addAll(Window.on(() -> Audit.of(window.stage.getScene(), page + ", " + size + " text")));
    }

    private void inEverySize(Walk walk) throws Exception {
        walk.walk();
        larger("large", STEPS_TO_HALF);
        walk.walk();
        larger("largest", STEPS_TO_LARGEST - STEPS_TO_HALF);
        walk.walk();
    }

    private void larger(String name, int steps) throws Exception {
        size = name;
        for (int step = 0; step < steps; step++) {
            window.run(window.wizard.theme()::larger);
        }
    }

    /** A way through pages. */
    @FunctionalInterface
    private interface Walk {
        void walk() throws Exception;
    }
}
