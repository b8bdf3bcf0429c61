package linkdoctor.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Judged;

/** Sessions of former days, kept in files with what they come to beside them. */
public final class OldSessions {
    private static final Path FOLDER = Path.of("src/test/resources/linkdoctor/session");
    /** Written by version 0.1.0, and never again: what the first version wrote must open for ever. */
    public static final Path FROZEN = FOLDER.resolve("frozen.json");

    private OldSessions() {
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    static Path verdict(String name) {
        return FOLDER.resolve(name + ".txt");
    }

    static String frozen() {
        try {
            return Files.readString(FROZEN, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Diagnosis diagnosis(Path file) {
        return Diagnosis.of(((SessionFile.Session) SessionFile.open(file)).facts());
    }

    /** Each check's status and codes, a line each, and the root last. */
    static String told(Diagnosis diagnosis) {
        return Stream.concat(diagnosis.checks().stream().map(OldSessions::told),
                Stream.of("root " + diagnosis.root().map(root -> root.found().finding().code()).orElse("none"))).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(Judged judged) {
        return Stream.concat(Stream.of(judged.check().id(), judged.outcome().status().word()),
                Diagnosis.found(judged.outcome()).map(found -> found.finding().code())).collect(Collectors.joining(" "));
    }
}
