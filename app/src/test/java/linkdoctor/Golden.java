package linkdoctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A text kept in a file. {@code -Dgolden.update=true} writes it anew: look at the difference before committing it. */
public final class Golden {
    private Golden() {
    }

    /** @param file relative to the module's folder */
    public static void matches(Path file, String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as("differs from %s; -Dgolden.update=true writes it anew", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
