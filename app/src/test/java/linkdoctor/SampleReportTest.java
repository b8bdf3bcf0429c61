package linkdoctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample report tells of the practice case, and of no machine on which it was made. */
class SampleReportTest {

    @ParameterizedTest
    @ValueSource(strings = {"sample-report.html", "sample-report.md"})
    void tellsOfThePracticeCaseAlone(String name) throws IOException {
        String report = Files.readString(Path.of("docs").resolve(name));
        assertThat(report).contains("Root cause", "zone.not-linked", "az network private-dns link vnet create", "subscription-1")
                .doesNotContain("linkdoctor-lab", "127.0.0.1", "/tmp", "/home", "C:\\")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8");
    }
}
