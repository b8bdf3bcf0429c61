package linkdoctor.ui.model;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.engine.ReportFormat;
import linkdoctor.facts.azure.Identity;
import linkdoctor.session.Redaction;

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
}
