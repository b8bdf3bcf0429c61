package linkdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every check, whatever it looks at. */
class ChecklistMetaTest {

    static Stream<String> promised() {
        return Catalogue.CODES.stream();
    }

    static Stream<Check> checks() {
        return Checklist.checks();
    }

    @ParameterizedTest
    @MethodSource("promised")
    void everyPromisedCodeExistsAndARowProducesIt(String code) {
        assertThat(codes().contains(code)).as("a check finds " + code).isTrue();
        assertThat(ChecklistGridTest.rows().anyMatch(row -> row.code().equals(code))).as("a row produces " + code).isTrue();
    }

    @Test
    void idsAndCodesAreUnique() {
        assertThat(checks().map(Check::id).toList()).doesNotHaveDuplicates();
        assertThat(codes()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCodeBeginsWithItsSection(Check check) {
        String folder = check.getClass().getPackageName().replaceFirst(".*\\.", "");
        assertThat(check.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code().replaceFirst("\\..*", "").replace("-", "")).isEqualTo(folder);
            assertThat(finding.title()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.explanation()).endsWith(".").doesNotContainIgnoringCase("please").doesNotContain("!", "  ");
            assertThat(finding.link()).startsWith("https://learn.microsoft.com/");
        });
        assertThat(check.id().replaceFirst("\\..*", "").replace("-", "")).isEqualTo(folder);
        assertThat(check.title()).isNotBlank().doesNotEndWith(".").doesNotContain("!");
    }

    @Test
    void whatFollowsFromWhatSpeaksOfKnownCodes() {
        assertThat(Catalogue.CODES).containsAll(Causes.codes());
    }

    @Test
    void theHealthyEstateHasNoFinding() {
        Diagnosis diagnosis = Diagnosis.of(Healthy.snapshot());

        assertThat(diagnosis.checks()).allSatisfy(one -> assertThat(one.outcome().status())
                .as(one.check().id() + ": " + one.outcome().said()).isIn(Status.PASS, Status.SKIPPED));
        assertThat(diagnosis.checks().stream().filter(one -> one.outcome() instanceof Outcome.Pass))
                .allSatisfy(one -> assertThat(one.outcome().evidence()).as(one.check().id()).isNotEmpty());
        assertThat(diagnosis.root()).isEmpty();
    }

    static Stream<String> components() {
        return Arrays.stream(Snapshot.class.getRecordComponents()).filter(one -> fact(one, Probed.notTried("")) != null)
                .map(RecordComponent::getName);
    }

    @ParameterizedTest
    @MethodSource("components")
    void oneFactThatCannotBeSeenIsNeverAFailure(String component) {
        RecordComponent fact = Arrays.stream(Snapshot.class.getRecordComponents())
                .filter(one -> one.getName().equals(component)).findFirst().orElseThrow();
        for (Probed<?> instead : List.of(trouble(Failure.Kind.DENIED), trouble(Failure.Kind.TIMEOUT), Probed.notTried("Left out."))) {
            Diagnosis diagnosis = Diagnosis.of(Healthy.snapshot().with(component, fact(fact, instead)));

            assertThat(diagnosis.root()).as(component + " " + instead).isEmpty();
            assertThat(diagnosis.found()).as(component + " " + instead).isEmpty();
        }
    }

    @Test
    void withEveryFactFailedAllIsSaid() {
        for (Probed<?> instead : List.of(trouble(Failure.Kind.DENIED), trouble(Failure.Kind.NOT_SIGNED_IN), Probed.notTried("Left out."))) {
            Snapshot nothing = Healthy.snapshot();
            for (RecordComponent component : Snapshot.class.getRecordComponents()) {
                Object value = fact(component, instead);
                nothing = value == null ? nothing : nothing.with(component.getName(), value);
            }

            assertThat(Diagnosis.of(nothing).checks()).allSatisfy(one -> assertThat(one.outcome().said()).isNotBlank());
        }
    }

    @Test
    void remediesOfTheGridCarryTheirSubscriptionAndRight() {
        List<Remedy> remedies = ChecklistGridTest.rows().flatMap(row -> Diagnosis.of(row.facts()).found().stream())
                .flatMap(found -> found.remedies().stream()).distinct().toList();

        assertThat(remedies).allSatisfy(remedy -> {
            assertThat(remedy.steps().isEmpty() && remedy.portal().isEmpty()).as(remedy.summary()).isFalse();
            assertThat(remedy.steps().isEmpty() || !remedy.needs().isEmpty()).as(remedy.summary()).isTrue();
            assertThat(remedy.summary()).isNotBlank().doesNotEndWith(".");
            assertThat(remedy.steps()).allSatisfy(step -> {
                assertThat(step.az().args()).as(step.az().bash()).first().isEqualTo("az");
                assertThat(step.az().args()).as(step.az().bash()).contains("--subscription");
                assertThat(step.az().args()).as("no value is left for the reader to fill in").noneMatch(arg -> arg.matches("<.*>|[A-Z][A-Z-]{3,}"));
                assertThat(step.az().args()).doesNotContain("").noneMatch(arg -> arg.startsWith("-") && arg.endsWith(","));
            });
        });
    }

    private static List<String> codes() {
        return checks().flatMap(check -> check.findings().stream()).map(Finding::code).collect(Collectors.toList());
    }

    private static Probed<?> trouble(Failure.Kind kind) {
        return Probed.failed(new Failure(kind, "It cannot be seen.", "a right"), Healthy.evidence("asked", kind.name()));
    }

    /** The component with nothing seen in it; null where it is no fact. */
    private static Object fact(RecordComponent component, Probed<?> instead) {
        return component.getType() == Probed.class ? instead : switch (component.getName()) {
            case "endpoints" -> Map.of(Ids.ENDPOINT, instead);
            case "byAddress" -> Map.<Ip, Object>of();
            case "lookups" -> List.of();
            default -> null;
        };
    }
}
