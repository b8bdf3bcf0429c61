package linkdoctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.cli.Asked;
import linkdoctor.cli.Engine;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every scenario of the lab from sign-in to root cause, over real sockets. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return Scenarios.all().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> diagnosed(one)));
    }

    private static void diagnosed(Scenario scenario) {
        Diagnosis diagnosis = Diagnosis.of(look(scenario));
        List<String> found = diagnosis.found().stream().map(one -> one.finding().code()).distinct().toList();
        assertThat(diagnosis.root().map(root -> root.found().finding().code()))
                .as("root of %s; found %s", scenario.name(), found).isEqualTo(scenario.expects());
        assertThat(found).as(scenario.name()).containsAll(scenario.also());
    }

    private static Snapshot look(Scenario scenario) {
        Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), Duration.ofSeconds(60),
                Optional.of(scenario.name()));
        return switch (new Wiring().look(target(scenario.target()), asked, Progress.SILENT)) {
            case Engine.Done<Snapshot>(Snapshot facts) -> facts;
            case Engine.Refused<Snapshot>(String said) -> throw new AssertionError(said);
        };
    }

    private static Target target(String given) {
        return switch (TargetParser.parse(given, Optional.empty(), Cloud.KNOWN)) {
            case TargetParser.Read(Target target) -> target;
            case TargetParser.Refused(String said) -> throw new AssertionError(said);
        };
    }
}
