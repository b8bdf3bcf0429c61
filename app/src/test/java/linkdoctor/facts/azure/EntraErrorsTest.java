package linkdoctor.facts.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntraErrorsTest {

    static List<String> numbers() throws IOException {
        try (InputStream in = EntraErrors.class.getResourceAsStream("entra-errors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.matches("\\d.*")).map(line -> line.split(" ")[0]).toList();
        }
    }

    @Test
    void noNumberStandsTwice() throws IOException {
        assertThat(numbers()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyNumberSaysWhatToDo(String number) {
        assertThat(EntraErrors.obstacle(number)).isNotEqualTo(EntraErrors.other());
        assertThat(EntraErrors.obstacle(number).todo()).isNotEmpty().allSatisfy(todo -> assertThat(todo).endsWith(".").doesNotContain("!", "please"));
        assertThat(EntraErrors.sentence(number)).endsWith(" (AADSTS" + number + ").").doesNotContain("look up");
    }

    @ParameterizedTest
    @CsvSource({"AADSTS50076: Due to a configuration change,50076", "error: aadsts700016: x,700016", "AADSTS53003.,53003"})
    void theNumberIsFoundInAText(String text, String number) {
        assertThat(EntraErrors.number(text)).contains(number);
    }

    @Test
    void anUnknownNumberIsLookedUp() {
        assertThat(EntraErrors.number("nothing of the kind")).isEmpty();
        assertThat(EntraErrors.obstacle("99999999")).isEqualTo(EntraErrors.other());
        assertThat(EntraErrors.sentence("99999999")).contains("code=99999999");
    }
}
