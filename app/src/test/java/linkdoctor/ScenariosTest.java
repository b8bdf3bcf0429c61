package linkdoctor;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.CommandLine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.picture.Hop;
import linkdoctor.picture.RequestPath;
import linkdoctor.script.Plan;
import linkdoctor.script.Scripts;
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

    private static void scripted(Scenario scenario, Diagnosis diagnosis) {
        Plan plan = Plan.of(diagnosis);
        assertThat(plan.commanded()).as(scenario.name()).allSatisfy(repair ->
                assertThat(repair.remedy().steps()).allSatisfy(step -> assertThat(step.change()).isPresent().get()
                        .satisfies(change -> assertThat(step.az().args()).as(change.title()).contains("--subscription"))));
        Scripts scripts = Scripts.of(plan, Set.copyOf(plan.commanded()), "linkdoctor", CommandLine.of("linkdoctor", "check", scenario.target()));
        for (String name : List.of("fix.ps1", "rollback.ps1")) {
            assertThat(PowerShellParse.faults(scripts.files().get(name))).as(scenario.name() + " " + name).isEmpty();
            assertThat(PowerShellCmdlets.faults(scripts.files().get(name))).as(scenario.name() + " " + name).isEmpty();
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
        scripted(scenario, diagnosis);
        assertThat(diagnosis.found().stream().flatMap(one -> PowerShellCmdlets.faults(one.remedies()).stream())).as(scenario.name()).isEmpty();
    }
}
