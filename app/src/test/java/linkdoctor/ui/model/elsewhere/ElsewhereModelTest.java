package linkdoctor.ui.model.elsewhere;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Practice;
import linkdoctor.check.Change;
import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.elsewhere.Kept;
import linkdoctor.elsewhere.ProbeScript;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.RunModel;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking from another machine in the wizard, without a window. */
class ElsewhereModelTest {
    @TempDir
    Path folder;
    private final Desk desk = new Desk();
    private Lab lab;
    private WizardModel model;

    @BeforeEach
    void look() throws Exception {
        lab = Lab.start(Scenarios.named("healthy").orElseThrow());
        model = new WizardModel(Practice.engine(lab), desk.work(), Duration.ofMillis(20), seen -> { });
        assertThat(desk.on(() -> model.elsewhere().script())).isEmpty();
        desk.run(() -> model.practise(model.engine().scenarios().getFirst()));
        desk.until("the run's end", () -> model.run().idle() && model.run().diagnosis().get().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        desk.run(model::close);
        desk.close();
        lab.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private Diagnosis diagnosis() throws Exception {
        return desk.on(() -> model.run().diagnosis().get().orElseThrow());
    }

    private Status status(int section) throws Exception {
        return RunModel.status(diagnosis(), Checklist.SECTIONS.get(section));
    }

    private void take(String text) throws Exception {
        desk.run(() -> model.elsewhere().take(text));
    }

    private void taken() throws Exception {
        desk.until("the page with the verdict", () -> model.navigation().place().get() == Place.Page.DIAGNOSIS);
    }

    private void refused(String said) throws Exception {
        desk.until("a refusal", () -> !model.elsewhere().refused().get().isEmpty());
        assertThat(desk.on(() -> model.elsewhere().refused().get())).isEqualTo(said);
    }

    @Test
    void theScriptAsksWhatTheSessionKnows() throws Exception {
        assertThat(desk.on(() -> model.elsewhere().script())).hasValueSatisfying(made -> assertThat(made)
                .isInstanceOfSatisfying(ProbeScript.Written.class, written -> assertThat(written.script().addresses()).containsExactly("10.1.1.5")));
    }

    @Test
    void theOutputIsJudgedAndMarked() throws Exception {
        assertThat(ElsewhereModel.speaker(desk.on(() -> model.run().diagnosis().get()))).isEmpty();
        take(Kept.text("not-linked"));
        taken();
        assertThat(status(5)).isEqualTo(Status.FAIL);
        assertThat(status(2)).isEqualTo(Status.PASS);
        assertThat(desk.on(() -> model.run().changes().get())).as("another machine sees something else: nothing has changed").isEmpty();
        assertThat(ElsewhereModel.speaker(desk.on(() -> model.run().diagnosis().get()))).startsWith("In what follows, this machine is app-01, as its probe script told it at 2026-11-21 ");
        assertThat(desk.on(() -> model.elsewhere().told().get() + model.elsewhere().refused().get())).isEmpty();
        take(Kept.text("healthy"));
        desk.until("what the same machine told later", () -> !model.run().changes().get().isEmpty());
        assertThat(desk.on(() -> model.run().changes().get())).containsValue(Change.FIXED);
    }

    @Test
    void lookingAgainLeavesToTheOtherMachineWhatOnlyItCanTell() throws Exception {
        take(Kept.text("not-linked"));
        taken();
        desk.run(() -> model.checkAgain(Checklist.SECTIONS.get(6)));
        desk.until("the look's end", () -> model.run().idle());
        assertThat(status(5)).isEqualTo(Status.FAIL);
        assertThat(diagnosis().facts().client().known().orElseThrow().hostname()).isEqualTo("app-01");
        desk.run(() -> model.checkAgain(Checklist.SECTIONS.get(5)));
        assertThat(desk.on(() -> model.navigation().place().get())).isEqualTo(Place.Page.ELSEWHERE);
        desk.run(model::runAll);
        desk.until("the look's end", () -> model.run().idle());
        assertThat(status(5)).isEqualTo(Status.PASS);
        assertThat(ElsewhereModel.speaker(desk.on(() -> model.run().diagnosis().get()))).isEmpty();
    }

    @Test
    void aFileIsTakenInAnyEncodingAndTheLastOfSeveralMachines() throws Exception {
        Path file = folder.resolve("output.txt");
        Files.write(file, ("\ufeff" + Kept.text("healthy") + Kept.text("untrusted")).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_16LE));
        desk.run(() -> model.elsewhere().take(file));
        taken();
        assertThat(status(7)).isEqualTo(Status.FAIL);
        assertThat(desk.on(() -> model.elsewhere().told().get())).isEqualTo(file + " holds the outputs of app-01 and app-02; the last one was taken.");
    }

    @Test
    void aCutOutputIsTakenAndToldSo() throws Exception {
        String text = Kept.text("healthy");
        take(text.substring(0, text.indexOf("ld 14 ")));
        taken();
        assertThat(desk.on(() -> model.elsewhere().told().get())).startsWith("The output of app-01 is cut off after the answers of DNS server 168.63.129.16");
    }

    @Test
    void whatIsNoOutputIsRefusedInASentence() throws Exception {
        Diagnosis before = diagnosis();
        take("hello");
        refused("The text holds no output of the probe script: give what probe.sh or probe.ps1 printed.");
        take(Kept.text("healthy").replace("fabrikam.vault.azure.net .", "contoso.vault.azure.net ."));
        refused("The output is about contoso.vault.azure.net, and not about fabrikam.vault.azure.net.");
        desk.run(() -> model.elsewhere().take(folder));
        refused(folder + " cannot be read: choose a file that you may read.");
        assertThat(diagnosis()).isSameAs(before);
    }
}
