package linkdoctor.ui.model.fix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.EnvironmentRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.engine.Engine;
import linkdoctor.facts.Snapshot;
import linkdoctor.script.Numbered;
import linkdoctor.script.Repair;
import linkdoctor.session.Redaction;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.Shell;

import static org.assertj.core.api.Assertions.assertThat;

/** From what is ticked to the scripts in a folder, without a window. */
class FixModelTest {
    private final Desk desk = new Desk();
    private final ObjectProperty<Shell> shell = new SimpleObjectProperty<>(Shell.BASH);
    private final FixModel model = new FixModel(desk.work(), shell);
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        desk.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private static Snapshot facts(String code) {
        return Stream.of(ZoneRows.rows(), ConnectionRows.rows(), EnvironmentRows.rows()).flatMap(List::stream).filter(row -> row.code().equals(code)).findFirst()
                .map(Row::facts).orElseThrow();
    }

    private void show(String code) throws Exception {
        show(Diagnosis.of(facts(code)), Optional.empty());
        written();
    }

    private void show(Diagnosis diagnosis, Optional<Engine.Scenario> practised) throws Exception {
        desk.run(() -> model.show(Optional.of(diagnosis), practised));
    }

    private void written() throws Exception {
        desk.until("the scripts", () -> model.draft().get().isPresent());
    }

    private void tick(boolean all) throws Exception {
        desk.run(() -> model.plan().get().orElseThrow().commanded().forEach(repair -> model.tick(repair).set(all)));
        written();
    }

    private String text() throws Exception {
        return desk.on(model::text);
    }

    private Draft draft() throws Exception {
        return desk.on(() -> model.draft().get().orElseThrow());
    }

    private void save(Path to) throws Exception {
        desk.run(() -> model.save(to));
        desk.until("an answer", () -> !model.saved().get().said().isEmpty());
    }

    @Test
    void whatIsSuggestedIsTickedAndItsScriptIsThereAtOnce() throws Exception {
        show("zone.not-linked");
        assertThat(draft().steps()).extracting(Numbered::repair).isNotEmpty().allMatch(Repair::suggested);
        assertThat(text()).startsWith("#!/usr/bin/env bash").contains("change az network private-dns link vnet create ", "linkdoctor check fabrikam.vault.azure.net");
    }

    @Test
    void eachSideHasItsText() throws Exception {
        show("zone.not-linked");
        desk.run(() -> model.side().set(Side.POWERSHELL));
        assertThat(shell.get()).isEqualTo(Shell.POWERSHELL);
        assertThat(text()).startsWith("#Requires -Version 7.0").contains("New-AzPrivateDnsVirtualNetworkLink ");
        desk.run(() -> model.side().set(Side.ROLL_BACK));
        assertThat(text()).contains("Remove-AzPrivateDnsVirtualNetworkLink ");
        desk.run(() -> shell.set(Shell.BASH));
        assertThat(model.side().get()).as("the shell is another, and what is looked at stays").isEqualTo(Side.ROLL_BACK);
        assertThat(text()).contains("az network private-dns link vnet delete ");
        desk.run(() -> model.side().set(Side.DRY_RUN));
        assertThat(text()).startsWith("Step 1 of ").contains("Then     there.", "\n   az network private-dns link vnet create ");
        desk.run(() -> model.side().set(Side.REQUEST));
        assertThat(text()).startsWith("# Request: ").contains("Private DNS Zone Contributor");
        desk.run(() -> model.side().set(Side.BASH));
        desk.run(() -> shell.set(Shell.POWERSHELL));
        assertThat(model.side().get()).as("another page chose the other shell").isEqualTo(Side.POWERSHELL);
    }

    @Test
    void whatTheUserPickedRunsWithoutAskingOnceMore() throws Exception {
        show("environment.custom-dns");
        assertThat(draft().steps()).as("nobody's decision is undone unasked").isEmpty();
        assertThat(draft().sides()).as("a person has something to do").containsExactly(Side.REQUEST);
        assertThat(desk.on(model::showing)).isEqualTo(Side.REQUEST);
        tick(true);
        assertThat(draft().sides()).containsExactly(Side.values());
        assertThat(text()).contains("if begins 1 usual ");
        assertThat(draft().number(draft().steps().getFirst().step())).hasValue(1);
    }

    @Test
    void theLastOfManyTicksCounts() throws Exception {
        show("zone.not-linked");
        for (int i = 0; i < 10; i++) {
            tick(i % 2 == 0);
        }
        assertThat(draft().steps()).isEmpty();
        tick(true);
        assertThat(draft().steps()).isNotEmpty();
    }

    @Test
    void aTickOutlivesALook() throws Exception {
        show("zone.not-linked");
        tick(false);
        Snapshot facts = facts("zone.not-linked");
        show(Diagnosis.of(facts.with("started", facts.started().plus(Duration.ofMinutes(1)))), Optional.empty());
        written();
        assertThat(draft().steps()).isEmpty();
    }

    @Test
    void savedIsEveryFileAndTheCommandThatRunsThemDryIsQuoted() throws Exception {
        show("zone.not-linked");
        Path odd = folder.resolve("it's a $(folder)");
        save(odd);
        assertThat(desk.on(() -> model.saved().get().folder())).contains(odd);
        assertThat(desk.on(() -> model.saved().get().said())).isEqualTo("Saved in " + odd + ": fix.ps1, fix.sh, request.md, rollback.ps1 and rollback.sh.");
        assertThat(odd).isDirectoryContaining(file -> file.endsWith("rollback.ps1"));
        assertThat(Files.readString(odd.resolve("fix.sh"))).isEqualTo(text());
        String quoted = odd.toString().replace("'", "'\\''");
        assertThat(desk.on(model::command)).contains("bash '" + quoted + "/fix.sh' --dry-run");
        desk.run(() -> model.side().set(Side.ROLL_BACK));
        assertThat(desk.on(model::command)).contains("bash '" + quoted + "/rollback.sh' --dry-run");
        desk.run(() -> model.side().set(Side.POWERSHELL));
        assertThat(desk.on(model::command)).contains("& '" + odd.toString().replace("'", "''") + "/fix.ps1' -DryRun");
        tick(false);
        assertThat(desk.on(() -> model.saved().get().said())).as("what is shown now is not saved").isEmpty();
        assertThat(desk.on(model::command)).isEmpty();
    }

    @Test
    void whatAnotherRunNeedsIsNotWrittenOver() throws Exception {
        show("zone.not-linked");
        Files.createDirectory(folder.resolve("before-12345678"));
        save(folder);
        assertThat(desk.on(() -> model.saved().get().said())).contains("holds other scripts that were run");
        assertThat(desk.on(() -> model.saved().get().folder())).isEmpty();
        assertThat(folder.resolve("fix.sh")).doesNotExist();
    }

    @Test
    void onTheLabTheChecklistIsRunAgainOnTheLab() throws Exception {
        show(Diagnosis.of(facts("zone.not-linked")), Optional.of(new Engine.Scenario("zone-not-linked", "", "", "fabrikam", "")));
        written();
        assertThat(text()).contains("linkdoctor check fabrikam.vault.azure.net --lab zone-not-linked");
    }

    @Test
    void noScriptIsMadeOfAliases() throws Exception {
        show(Redaction.IDS.apply(Diagnosis.of(facts("zone.not-linked"))), Optional.empty());
        assertThat(desk.on(() -> model.plan().get().orElseThrow().redacted())).isTrue();
        desk.run(() -> model.plan().get().orElseThrow().commanded().forEach(repair -> model.tick(repair).set(true)));
        assertThat(desk.on(() -> model.draft().get())).isEmpty();
        assertThat(text()).isEmpty();
    }

    @Test
    void nothingBrokenHasNothingToShow() throws Exception {
        show(Diagnosis.of(Healthy.snapshot()), Optional.empty());
        written();
        assertThat(draft().sides()).isEmpty();
    }
}
