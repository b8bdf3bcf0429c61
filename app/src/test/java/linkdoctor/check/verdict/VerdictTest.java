package linkdoctor.check.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Severity;
import linkdoctor.check.grid.Combinations;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    @Test
    void whenAllIsWellTheProofStandsOut() {
        Verdict verdict = Verdict.of(Diagnosis.of(Healthy.snapshot()));

        assertThat(verdict.title()).isEqualTo("All is well");
        assertThat(verdict.headline()).startsWith("A request to fabrikam.vault.azure.net at 10.1.1.5 was answered in ")
                .endsWith("and Key Vault says it came over the private endpoint pe-fabrikam from 10.1.0.4.");
        assertThat(verdict.nextSteps()).isEmpty();
    }

    static List<Combinations.Combination> combinations() {
        return Combinations.all();
    }

    /** Whatever fails is told once: as the root, as what follows from something, or apart. */
    @ParameterizedTest
    @MethodSource("combinations")
    void everyFailureIsToldOnce(Combinations.Combination combination) {
        Diagnosis diagnosis = Diagnosis.of(combination.facts());
        Verdict verdict = Verdict.of(diagnosis);

        List<String> told = new ArrayList<>();
        Stream.concat(verdict.root().stream(), verdict.apart().stream()).forEach(effect -> tell(effect, told));
        assertThat(told).doesNotHaveDuplicates().containsAll(combination.fails().keySet());
        assertThat(verdict.root().map(Effect::code).orElse("")).isEqualTo(combination.root());
        assertThat(verdict.headline()).isNotBlank().endsWith(".");
        assertThat(verdict.root().map(root -> root.found().said()).orElse(verdict.headline())).isEqualTo(verdict.headline());
        assertThat(verdict.warningsOnly()).allMatch(found -> found.finding().severity() == Severity.WARN);
    }

    @Test
    void oneReasonHidesManyThings() {
        Failure denied = new Failure(Failure.Kind.DENIED, "Zones cannot be read.", "Microsoft.Network/privateDnsZones/read");
        Verdict verdict = Verdict.of(Diagnosis.of(Healthy.snapshot().with("zones", Probed.failed(denied))));

        assertThat(verdict.title()).isEqualTo("Nothing broken was seen");
        assertThat(verdict.hidden()).singleElement().satisfies(hidden -> {
            assertThat(hidden.reason()).isEqualTo("Zones cannot be read. It takes Microsoft.Network/privateDnsZones/read.");
            assertThat(hidden.checks()).hasSizeGreaterThan(3);
        });
    }

    @Test
    void theSameAnswerIsOneLineAndWhatTheVerdictNamesComesFirst() {
        List<Answered> lines = Answered.of(List.of(asked("GET pe-other", "200", 84), asked("A at 10.0.0.4", "10.1.1.5 (TTL 10)", 14),
                asked("A at 10.0.0.4", "10.1.1.5 (TTL 9)", 166)), "10.0.0.4 answers 10.1.1.5.");

        assertThat(lines).extracting(Answered::asked).containsExactly("A at 10.0.0.4", "GET pe-other");
        assertThat(lines).extracting(Answered::measure).containsExactly("×2, 14 to 166 ms", "84 ms");
    }

    private static Evidence asked(String asked, String answered, long millis) {
        return new Evidence(asked, answered, Instant.EPOCH, Duration.ofMillis(millis), "");
    }

    private static void tell(Effect effect, List<String> told) {
        told.add(effect.code());
        effect.therefore().forEach(next -> tell(next, told));
    }
}
