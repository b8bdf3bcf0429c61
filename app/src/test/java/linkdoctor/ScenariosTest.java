package linkdoctor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Readable;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.picture.Hop;
import linkdoctor.picture.RequestPath;
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

    private static void pictured(Scenario scenario, Diagnosis diagnosis) {
        RequestPath path = RequestPath.of(diagnosis);
        assertThat(path.root().map(Hop::said)).as(scenario.name()).isEqualTo(diagnosis.root()
                .map(root -> new Readable(diagnosis.facts()).of(root.found().said())));
        assertThat(path.root().map(Hop::section)).as(scenario.name()).isEqualTo(diagnosis.root().map(root -> root.by().section().number()));
        if (scenario.name().equals("healthy")) {
            assertThat(path.hops()).extracting(Hop::state).containsOnly(Hop.State.FINE);
        }
    }

    private static void diagnosed(Scenario scenario) throws IOException {
        Diagnosis diagnosis;
        try (Lab lab = Lab.start(scenario)) {
            diagnosis = Practice.look(lab, scenario.target());
        }
        List<String> found = diagnosis.found().stream().map(one -> one.finding().code()).distinct().toList();
        assertThat(diagnosis.root().map(root -> root.found().finding().code()))
                .as("root of %s; found %s", scenario.name(), found).isEqualTo(scenario.expects());
        assertThat(found).as(scenario.name()).containsAll(scenario.also());
        pictured(scenario, diagnosis);
        assertThat(diagnosis.found().stream().flatMap(one -> PowerShellCmdlets.faults(one.remedies()).stream())).as(scenario.name()).isEmpty();
    }
}
