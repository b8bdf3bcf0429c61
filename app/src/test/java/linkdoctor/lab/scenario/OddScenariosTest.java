package linkdoctor.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;

/** Scenarios with slips of the pen: each is played, or refused with its line. */
@Timeout(30)
class OddScenariosTest {
    @Test
    void whateverIsWrittenIsPlayedOrRefused() {
        List<String> words = new ArrayList<>(List.of("{", "}", "\"", "[", "/", "", "-1", "99999999999999999999", "10.0.0", "1/2/3", "=", "\u0000", "$", "${x}"));
        List<Line> lines = Scenarios.all().stream().flatMap(one -> one.lines().stream()).toList();
        lines.forEach(line -> words.addAll(List.of(line.text().split("\\s+"))));
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            List<String> parts = new ArrayList<>(List.of(lines.get(random.nextInt(lines.size())).text().split(" ")));
            for (int n = 1 + random.nextInt(2); n > 0 && !parts.isEmpty(); n--) {
                int at = random.nextInt(parts.size());
                if (random.nextInt(4) == 0) {
                    parts.remove(at);
                } else {
                    parts.set(at, words.get(random.nextInt(words.size())));
                }
            }
            String text = "title: t\nteaches: t\nexpects: none\n" + String.join(" ", parts);
            try {
                Scenario.of("odd", text).play();
            } catch (BadLine expected) {
                assertThat(expected.getMessage()).contains("odd.scenario");
                refused++;
            } catch (RuntimeException unexpected) {
                throw new AssertionError(String.join(" ", parts), unexpected);
            }
        }
        assertThat(refused).isPositive();
    }
}
