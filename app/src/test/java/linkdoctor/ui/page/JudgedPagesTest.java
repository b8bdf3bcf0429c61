package linkdoctor.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.engine.ReportFormat;
import linkdoctor.facts.azure.Identity;
import linkdoctor.picture.Hop;
import linkdoctor.picture.RequestPath;
import linkdoctor.session.Redaction;
import linkdoctor.session.SessionFile;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.report.ReportDraft;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.path.PathView;
import linkdoctor.ui.part.row.Means;

import static linkdoctor.ui.page.OnLab.on;
import static linkdoctor.ui.page.OnLab.until;
import static org.assertj.core.api.Assertions.assertThat;

/** Diagnosis, fix, report and the path, on a lab with a pending connection. */
@ExtendWith(ApplicationExtension.class)
class JudgedPagesTest {
    @TempDir
    private Path folder;
    private OnLab lab;
    private Stage stage;

    @Start
    void start(Stage with) throws Exception {
        stage = with;
        lab = new OnLab("connection-pending");
        lab.show(stage, Place.Page.DIAGNOSIS);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private void fire(String selector) throws Exception {
        on(() -> {
            lab.the(selector, ButtonBase.class).fire();
            return true;
        });
    }

    private String told() {
        List<String> told = new ArrayList<>();
        lab.scene().getRoot().lookupAll(".selectable").stream().filter(JudgedPagesTest::seen).forEach(node -> told.add(((SelectableText) node).text()));
        return String.join("\n", told);
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theDiagnosisNamesTheCauseAndWhatFollowsAndLeadsToTheFixAndSaysWhatIsFixed() throws Exception {
        assertThat(on(this::told)).contains("No vault has been looked at yet.");
        lab.run();
        until(() -> told().contains("Root cause"));
        assertThat(on(this::told)).contains("pe-fabrikam").contains("waits for approval");
        assertThat(on(() -> lab.scene().getRoot().lookupAll(".finding-line").size())).as("what follows from it").isGreaterThan(2);
        fire("#show-fix");
        assertThat(on(() -> lab.model.navigation().place().get())).isEqualTo(Place.Page.FIX);

        Practice.heal(lab.lab);
        lab.again();
        until(() -> told().contains("All is well"));
        assertThat(on(this::told)).contains("over the private endpoint pe-fabrikam");
        assertThat(on(() -> lab.scene().getRoot().lookupAll(".change-fixed").size())).isPositive();
    }

    @Test
    void theFixPageShowsTheScriptsOfWhatIsTickedAndSavesThemIntoAFolder() throws Exception {
        lab.run();
        Path scripts = folder.resolve("scripts");
        Means means = new Means(new SimpleObjectProperty<>(Shell.BASH), link -> lab.opened.add(link.toString()), section -> { });
        on(() -> {
            lab.show(stage, new FixPage(lab.model, means, (over, what) -> Optional.of(scripts)));
            return true;
        });
        until(() -> !lab.the("#save-scripts", Node.class).isDisabled());
        assertThat(on(this::told)).contains("Step 1: Approve", "; then: Approved", "practice").doesNotContain("No vault");
        assertThat(on(() -> lab.the("#script-lines", ListView.class).getItems().size())).isGreaterThan(200);
        fire("#copy-commands");
        assertThat(on(() -> Clipboard.getSystemClipboard().getString())).startsWith("#!/usr/bin/env bash").contains("change az network private-endpoint-connection approve ");
        fire("#next-step");
        on(() -> {
            Event.fireEvent(lab.the("#script-lines", Node.class), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
            return true;
        });
        assertThat(on(() -> Clipboard.getSystemClipboard().getString())).as("the line that is selected").startsWith("# --- Step 1: Approve").hasLineCount(1);
        fire("#side-dry-run");
        assertThat(on(this::told)).contains("What fix.sh says when it is run dry");
        fire("#save-scripts");
        until(() -> told().contains("Saved in"));
        assertThat(on(this::told)).contains("bash " + scripts.resolve("fix.sh") + " --dry-run");
        assertThat(Files.readString(scripts.resolve("fix.sh"))).contains("change az network private-endpoint-connection approve ");
        fire("#open-folder");
        assertThat(lab.opened).containsExactly(scripts.toUri().toString());
        on(() -> {
            lab.scene().getRoot().lookupAll(".fix-tick").forEach(tick -> ((CheckBox) tick).setSelected(false));
            return true;
        });
        until(() -> told().contains("Tick a repair above"));
        assertThat(on(this::told)).doesNotContain("Saved in", "Step 1:");
        assertThat(on(() -> seen(lab.the("#save-scripts", Node.class)))).isFalse();
    }

    @Test
    void ofASessionWithAliasesNoScriptIsOffered() throws Exception {
        lab.run();
        Path session = folder.resolve("redacted.json");
        Diagnosis diagnosis = on(() -> lab.model.run().diagnosis().get().orElseThrow());
        Files.writeString(session, ReportDraft.of(diagnosis, ReportFormat.SESSION, Redaction.IDS).text());
        on(() -> {
            lab.model.open(session, said -> { });
            return true;
        });
        until(() -> lab.model.run().diagnosis().get().filter(now -> now != diagnosis).isPresent());
        on(() -> {
            lab.show(stage, Place.Page.FIX);
            return true;
        });
        assertThat(on(this::told)).contains("replaced by aliases", "Approve").doesNotContain("Save the scripts, and");
        assertThat(on(() -> lab.scene().getRoot().lookup("#save-scripts"))).isNull();
    }

    @Test
    void theReportIsSavedAsItIsShownWithAliasesUnlessAskedOtherwise() throws Exception {
        lab.run();
        Path file = folder.resolve("report.json");
        on(() -> {
            lab.show(stage, new ReportPage(lab.model, link -> lab.opened.add(link.toString()), (over, what, kind, name) -> Optional.of(file)));
            return true;
        });
        fire("#format-json");
        until(() -> lab.the("#report-preview", TextArea.class).getText().startsWith("{"));
        Identity who = on(() -> lab.model.run().diagnosis().get().orElseThrow().facts().identity().known().orElseThrow());
        assertThat(on(() -> lab.the("#report-preview", TextArea.class).getText())).doesNotContain(who.tenant());
        fire("#save-report");
        until(() -> told().contains("Saved as"));
        String says = on(() -> lab.the("#report-preview", TextArea.class).getText());
        assertThat(Files.readString(file)).startsWith(says.substring(0, says.indexOf("… and "))).doesNotContain(who.tenant());
        assertThat(SessionFile.open(file)).isInstanceOf(SessionFile.Session.class);
        assertThat(on(this::told)).contains("Replaced by aliases: ", "1 tenant", "Stays as it is: ", "private addresses");
        fire("#keep-key");
        fire("#save-report");
        until(() -> told().contains("report.key.json"));
        assertThat(Files.readString(folder.resolve("report.key.json"))).contains("\"tenant-1\": \"" + who.tenant());
        fire("#open-report");
        assertThat(lab.opened).containsExactly(file.toUri().toString());
        fire("#redact-none");
        until(() -> lab.the("#report-preview", TextArea.class).getText().contains(who.tenant()));
        assertThat(on(() -> lab.the("#open-report", Node.class).isVisible())).as("what is shown now is not saved").isFalse();
    }

    @Test
    void eachHopOfThePathLeadsToItsSectionAndSaysWhatItIs(FxRobot robot) throws Exception {
        lab.run();
        List<Integer> opened = new ArrayList<>();
        RequestPath path = RequestPath.of(on(() -> lab.model.run().diagnosis().get().orElseThrow()), Set.of());
        PathView view = on(() -> {
            PathView made = new PathView(opened::add);
            made.show(path);
            stage.getScene().setRoot(made);
            made.lookup("#hop-0").requestFocus();
            return made;
        });
        for (int hop = 0; hop < path.hops().size(); hop++) {
            int at = hop;
            assertThat(on(() -> view.lookup("#hop-" + at).getAccessibleText())).isEqualTo(path.hops().get(hop).spoken());
            on(() -> {
                view.lookup("#hop-" + at).executeAccessibleAction(AccessibleAction.FIRE);
                return true;
            });
        }
        assertThat(opened).containsExactlyElementsOf(path.hops().stream().map(Hop::section).toList());
        opened.clear();
        robot.press(KeyCode.TAB).release(KeyCode.TAB).press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(opened).as("Tab goes along the path").containsExactly(path.hops().get(1).section());
        assertThat(on(() -> view.image().getWidth())).isGreaterThan(1000);
    }
}
