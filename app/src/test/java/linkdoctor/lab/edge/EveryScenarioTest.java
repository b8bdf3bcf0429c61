package linkdoctor.lab.edge;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;

/** Every practice case comes up on sockets and goes down again. */
class EveryScenarioTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void startsAndEnds(String name) {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        assertThatCode(() -> {
            try (Lab lab = Lab.start(scenario)) {
                lab.outside();
            }
        }).doesNotThrowAnyException();
    }

    static Stream<String> names() {
        return Scenarios.names().stream();
    }
}
