package linkdoctor.elsewhere;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Outputs that the script printed on machines of the practice network, kept as they were. */
public final class Kept {
    static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private Kept() {
    }

    /** All that are kept. */
    static List<String> names() {
        return List.of("healthy", "not-linked", "untrusted", "proxy", "hosts", "host", "nslookup", "bare", "no-network", "silent");
    }

    public static String text(String name) {
        try (InputStream in = Kept.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one output of this text. */
    static ProbeOutput only(String text) {
        List<ProbeOutput> all = all(text);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    static List<ProbeOutput> all(String text) {
        return ProbeOutput.read(text, "output.txt", NOW) instanceof ProbeOutput.Outputs(List<ProbeOutput> each) ? each : List.of();
    }
}
