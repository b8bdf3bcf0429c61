package linkdoctor.ui.model.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.engine.ReportFormat;
import linkdoctor.facts.azure.Identity;
import linkdoctor.session.Disclosure;
import linkdoctor.session.Redaction;
import linkdoctor.session.RedactionKey;
import linkdoctor.session.SessionFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a report shows before it is saved is what is in it. */
class ReportDraftTest {
    private static final Diagnosis HEALTHY = Diagnosis.of(Healthy.snapshot());

    @Test
    void identifiersGiveWayToAliasesInEveryFormatAndTheSampleSaysWhich() {
        Identity who = Healthy.snapshot().identity().known().orElseThrow();
        for (ReportFormat format : ReportFormat.values()) {
            ReportDraft draft = ReportDraft.of(HEALTHY, format, Redaction.IDS);
            assertThat(draft.text()).as(format.name()).doesNotContain(who.tenant(), who.displayName()).contains("fabrikam");
            assertThat(draft.samples()).extracting(ReportDraft.Sample::before).contains(who.tenant(), who.displayName());
            assertThat(draft.samples()).filteredOn(sample -> !sample.before().equals(sample.after())).isNotEmpty()
                    .allSatisfy(sample -> assertThat(draft.text()).doesNotContain(sample.before()));
        }
    }

    @Test
    void whereTheVaultsNameIsReplacedTheFilesNameDoesNotTellItEither() {
        ReportDraft draft = ReportDraft.of(HEALTHY, ReportFormat.MARKDOWN, Redaction.ALL);
        assertThat(draft.text()).doesNotContain("fabrikam");
        assertThat(draft.fileName()).doesNotContain("fabrikam").endsWith(".md");
    }

    @Test
    void withoutRedactionEverythingStays() {
        ReportDraft draft = ReportDraft.of(HEALTHY, ReportFormat.SESSION, Redaction.NONE);
        assertThat(draft.samples()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.after()).isEqualTo(sample.before());
            assertThat(draft.text()).contains(sample.before());
        });
    }

    @Test
    void whatIsShownIsItsBeginningAndOfAPageItsText() {
        ReportDraft page = ReportDraft.of(HEALTHY, ReportFormat.HTML, Redaction.IDS);
        assertThat(page.text()).startsWith("<!");
        assertThat(page.says()).startsWith("## fabrikam").doesNotContain("</");
        ReportDraft session = ReportDraft.of(HEALTHY, ReportFormat.SESSION, Redaction.IDS);
        assertThat(session.says().lines().count()).isLessThan(200);
        assertThat(session.text()).startsWith(session.says().substring(0, session.says().indexOf("… and ")));
    }

    @Test
    void theFileIsNamedAfterTheVaultAndTheTimeAndItsFormat() {
        assertThat(Arrays.stream(ReportFormat.values()).map(format -> ReportDraft.of(HEALTHY, format, Redaction.IDS).fileName()))
                .allMatch(name -> name.matches("fabrikam-\\d{8}T\\d{6}Z\\.(html|md|json)")).doesNotHaveDuplicates();
    }

    @Test
    void itSaysHowManyThingsOfWhichKindLeaveAndHowManyAreReplaced() {
        Disclosure ids = ReportDraft.of(HEALTHY, ReportFormat.HTML, Redaction.IDS).tells();
        assertThat(ids.replaced()).contains("1 tenant", "3 subscriptions").noneMatch(kind -> kind.matches(".*(vault|address).*"));
        assertThat(ids.stays()).contains("1 vault").anyMatch(kind -> kind.matches("\\d+ private addresses"));
        Disclosure all = ReportDraft.of(HEALTHY, ReportFormat.HTML, Redaction.ALL).tells();
        assertThat(all.replaced()).containsAll(ids.replaced()).contains("1 vault", "1 machine");
        assertThat(all.stays()).singleElement().asString().endsWith("private addresses");
        Disclosure none = ReportDraft.of(HEALTHY, ReportFormat.HTML, Redaction.NONE).tells();
        assertThat(none.replaced()).isEmpty();
        assertThat(none.stays()).containsAll(all.replaced()).containsAll(all.stays());
    }

    @Test
    void whatIsSavedTwiceUnderOneNameHasTheSameAliasesAndOneKey(@TempDir Path folder) throws Exception {
        SavedReport page = SavedReport.withKey(HEALTHY, ReportFormat.HTML, Redaction.IDS, folder.resolve("r.html"));
        SavedReport session = SavedReport.withKey(HEALTHY, ReportFormat.SESSION, Redaction.ALL, folder.resolve("r.json"));
        assertThat(page.said()).endsWith("What its aliases stand for is in r.key.json beside it: keep that file, and do not send it along.");
        RedactionKey key = (RedactionKey) RedactionKey.open(folder.resolve("r.key.json"));
        assertThat(key.vaults()).containsExactly("fabrikam");
        assertThat(SessionFile.open(session.file().orElseThrow())).isInstanceOfSatisfying(SessionFile.Session.class,
                saved -> assertThat(key.restored(saved.facts())).isEqualTo(Healthy.snapshot()));
    }

    @Test
    void aFileThatIsNoKeyIsNotWrittenOver(@TempDir Path folder) throws Exception {
        Path other = Files.writeString(folder.resolve("r.key.json"), "{}");
        SavedReport refused = SavedReport.withKey(HEALTHY, ReportFormat.HTML, Redaction.IDS, folder.resolve("r.html"));
        assertThat(refused.file()).isEmpty();
        assertThat(refused.said()).isEqualTo(other + " is not a key of Link Doctor. Nothing was saved: choose another name for the report.");
        assertThat(other).hasContent("{}");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }
}
