package linkdoctor.check.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file of data that comes with the program: {@code name: value}, with remarks behind a {@code #}. */
final class Data {
    private Data() {
    }

    static List<String> lines(String file) {
        try (var in = Data.class.getResourceAsStream("/linkdoctor/check/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program has no file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String before(String line) {
        return line.substring(0, line.indexOf(':')).strip();
    }

    static String after(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
