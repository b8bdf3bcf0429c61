package linkdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.grid.Combinations;

/** Several faults at once: one root, and every other failure either follows from another or stands by itself. */
class CombinationsTest {

    static List<Combinations.Combination> combinations() {
        return Combinations.all();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void follows(Combinations.Combination combination) {
        Diagnosis diagnosis = Diagnosis.of(combination.facts());

        Map<String, String> fails = new LinkedHashMap<>();
        diagnosis.checks().forEach(one -> Diagnosis.found(one.outcome()).filter(found -> found.finding().severity() == Severity.FAIL)
                .forEach(found -> fails.put(found.finding().code(), one.followsFrom(found).orElse(""))));
        assertThat(diagnosis.root().map(root -> root.found().finding().code()).orElse("")).as(fails.toString()).isEqualTo(combination.root());
        assertThat(fails).containsExactlyInAnyOrderEntriesOf(combination.fails());
    }
}
