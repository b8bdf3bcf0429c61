package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Judged;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;
import linkdoctor.remedy.Change;
import linkdoctor.remedy.Remedy;
import linkdoctor.session.SessionFile;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.RunModel;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole wizard, from the welcome page to the report, on the lab. */
@ExtendWith(ApplicationExtension.class)
class WalkTest {
    private Window window;

    @Start
    void open(Stage stage) throws Exception {
        window = Window.open(stage);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"healthy, , ", "connection-pending, connection.pending, endpoint", "zone-not-linked, zone.not-linked, dns",
            "zone-record-wrong-ip, zone.record-wrong-ip, dns", "rights-denied-zone, , "})
    void stepByStepToTheReport(String scenario, String root, String brokenHop) throws Exception {
        window.practise(scenario);
        window.finished();
        Diagnosis diagnosis = diagnosis();
        assertThat(diagnosis.root().map(one -> one.found().finding().code()).orElse(null)).isEqualTo(root);
        assertThat(window.at("#verdict", Button.class).getAccessibleText()).isEqualTo(root != null ? "A root cause was found: show it"
                : diagnosis.unread().isEmpty() ? "Nothing is broken: show the proof" : "Not all could be seen: show why");
        for (Section section : Checklist.SECTIONS) {
            assertThat(place()).isEqualTo(new Place.OfSection(section));
            everyCheckIsThere(diagnosis, section);
            window.fire("#next");
        }
        assertThat(place()).isEqualTo(Place.Page.DIAGNOSIS);
        String verdict = window.texts();
        Readable readable = new Readable(diagnosis.facts());
        diagnosis.root().ifPresentOrElse(one -> assertThat(verdict).contains(Words.line(readable.of(one.found().said()))),
                () -> assertThat(verdict).containsAnyOf("All is well", "Nothing broken was seen"));
        assertThat(verdict.contains("could not be looked at")).as(verdict).isEqualTo(!diagnosis.unread().isEmpty());
        theBrokenHopIsMarked(brokenHop);
        window.fire("#next");
        assertThat(place()).isEqualTo(Place.Page.FIX);
        theScriptsOfTheRootAreSaved(diagnosis);
        window.fire("#next");
        assertThat(place()).isEqualTo(Place.Page.REPORT);
        window.until(() -> window.at("#report-preview", TextArea.class).getText().contains("fabrikam"));
        keptOnDisk(diagnosis);
    }

    private void everyCheckIsThere(Diagnosis diagnosis, Section section) throws Exception {
        String texts = window.texts();
        List<Judged> checks = diagnosis.checks().stream().filter(one -> one.section().equals(section)).toList();
        assertThat(texts).contains(section.question());
        for (Judged check : checks) {
            assertThat(texts).contains(check.check().title()).contains(Shown.of(check.outcome().status()).word());
        }
        assertThat(window.at("#rail-section-" + section.number(), Node.class).getAccessibleText())
                .contains(section.title(), Shown.of(RunModel.status(diagnosis, section)).word());
    }

    private void theBrokenHopIsMarked(String hop) {
        List<String> roots = Stream.iterate(0, i -> i < 6, i -> i + 1).map(i -> window.at("#hop-" + i, Node.class).getAccessibleText())
                .filter(text -> text.contains("root cause")).toList();
        if (hop == null) {
            assertThat(roots).isEmpty();
        } else {
            assertThat(roots).singleElement().asString().containsIgnoringCase(hop);
        }
    }

    private void theScriptsOfTheRootAreSaved(Diagnosis diagnosis) throws Exception {
        List<Remedy> root = diagnosis.root().stream().flatMap(one -> one.found().remedies().stream().limit(1)).toList();
        String page = window.texts();
        assertThat(page.contains("there is nothing to repair")).isEqualTo(diagnosis.found().stream().allMatch(found -> found.remedies().isEmpty()));
        if (!root.isEmpty()) {
            root.forEach(remedy -> assertThat(page).contains(remedy.steps().stream().flatMap(step -> step.change().stream()).map(Change::title).toList()));
            window.until(() -> !window.at("#save-scripts", Button.class).isDisabled());
            window.fire("#save-scripts");
            window.until(() -> window.at("#saved-scripts", SelectableText.class).text().startsWith("Saved in " + window.scripts));
            assertThat(window.texts()).contains("bash " + window.scripts.resolve("fix.sh") + " --dry-run");
            String bash = Files.readString(window.scripts.resolve("fix.sh"));
            root.forEach(remedy -> assertThat(bash).contains(remedy.bash()));
            String powershell = Files.readString(window.scripts.resolve("fix.ps1"));
            root.forEach(remedy -> assertThat(powershell).contains(remedy.powershell()));
            assertThat(window.scripts).isDirectoryContaining(file -> file.endsWith("rollback.sh")).isDirectoryContaining(file -> file.endsWith("rollback.ps1"));
        }
    }

    private void keptOnDisk(Diagnosis diagnosis) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            try (Stream<Path> files = Files.list(window.sessions)) {
                return files.filter(file -> file.toString().endsWith(".json")).anyMatch(file ->
                        SessionFile.open(file) instanceof SessionFile.Session(var facts, var finished, var tool) && statuses(Diagnosis.of(facts)).equals(statuses(diagnosis)));
            }
        });
    }

    private static List<Status> statuses(Diagnosis diagnosis) {
        return diagnosis.checks().stream().map(one -> one.outcome().status()).toList();
    }

    @Test
    void theKeyboardAloneGoesTheWholeWay(FxRobot robot) throws Exception {
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        window.until(() -> !window.at("#scenarios", ListView.class).getItems().isEmpty());
        robot.write("zone-not").type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        window.finished();
        assertThat(diagnosis().root()).isPresent();
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(place()).isEqualTo(Place.section(6));
        assertThat(focus()).as("the focus is on the page").isNotNull();
        robot.type(KeyCode.F5);
        window.finished();
        for (int number = 7; number < Checklist.SECTIONS.size(); number++) {
            press(robot, KeyCode.ALT, KeyCode.RIGHT);
            assertThat(place()).isEqualTo(Place.section(number));
        }
        press(robot, KeyCode.ALT, KeyCode.LEFT);
        press(robot, KeyCode.ALT, KeyCode.RIGHT);
        press(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(place()).isEqualTo(Place.Page.DIAGNOSIS);
        robot.type(KeyCode.ENTER);
        assertThat(place()).as("Enter is the primary button: the fix").isEqualTo(Place.Page.FIX);
        tabTo(robot, "copy-commands");
        robot.type(KeyCode.SPACE);
        assertThat(Window.<String>on(() -> Clipboard.getSystemClipboard().getString())).contains("az network private-dns link vnet create");
        press(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(place()).isEqualTo(Place.Page.REPORT);
        press(robot, KeyCode.CONTROL, KeyCode.R);
        window.finished();
        press(robot, KeyCode.CONTROL, KeyCode.E);
        assertThat(place()).isEqualTo(Place.Page.EXPLAIN);
    }

    private void tabTo(FxRobot robot, String id) throws Exception {
        for (int i = 0; i < 60 && !id.equals(focus()); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focus()).isEqualTo(id);
    }

    private static void press(FxRobot robot, KeyCode with, KeyCode key) {
        robot.press(with).type(key).release(with);
    }

    private String focus() throws Exception {
        return Window.on(() -> window.stage.getScene().getFocusOwner() == null ? null : String.valueOf(window.stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void aCancelledRunKeepsWhatWasSeen(FxRobot robot) throws Exception {
        window.practise("arm-hangs");
        window.until(() -> window.model.run().diagnosis().get().isPresent());
        assertThat(window.texts()).contains(Shown.LOOKING.word());
        robot.type(KeyCode.ESCAPE);
        window.finished();
        assertThat(window.model.run().activity().get()).isInstanceOf(Activity.Idle.class);
        assertThat(window.texts()).contains("Cancelled: what was seen by then is kept.");
        window.go(Place.section(9));
        assertThat(window.texts()).contains(Shown.COULD_NOT_LOOK.word(), "cancelled");
        keptOnDisk(diagnosis());
    }

    private Diagnosis diagnosis() throws Exception {
        return Window.on(() -> window.model.run().diagnosis().get().orElseThrow());
    }

    private Place place() throws Exception {
        return Window.on(() -> window.model.navigation().place().get());
    }
}
