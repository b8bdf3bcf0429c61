package linkdoctor.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;

/** The folder where sessions are kept while they grow, the newest {@value #MOST} of them. */
public final class Shelf {
    private static final int MOST = 30;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final Path folder;

    public Shelf(Path folder) {
        this.folder = folder;
    }

    /** Where this system keeps what a program remembers of its user. */
    public static Shelf usual(Map<String, String> environment, String operatingSystem, Path home) {
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        Path base = os.startsWith("windows") ? folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"))
                : os.startsWith("mac") ? home.resolve("Library/Application Support")
                : folder(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
        return new Shelf(base.resolve("linkdoctor").resolve("sessions"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }

    /**
     * A session on the shelf.
     *
     * @param root  the title of the root cause; empty when nothing failed
     * @param worst of what its checks came to
     * @param whole whether its run came to its end
     */
    public record Entry(Path file, String vault, String cloud, Instant started, Instant finished, Optional<String> root, Status worst, boolean whole) {
    }

    public Path folder() {
        return folder;
    }

    /** Writes the session, whole or not at all, over what was written of the same run before. */
    public Path save(Diagnosis diagnosis, Tool tool, Instant finished) throws IOException {
        Snapshot facts = diagnosis.facts();
        PrivateFile.folder(folder);
        Path file = folder.resolve(NAME.format(facts.started()) + "-" + facts.target().vault().replaceAll("[^A-Za-z0-9-]", "_") + ".json");
        PrivateFile.write(file, SessionFile.write(diagnosis, tool, finished));
        return file;
    }

    /** The newest sessions first; what is no session is left out. Older ones than it keeps are deleted. */
    public List<Entry> recent() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".json")).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path old : files.stream().skip(MOST).toList()) {
            Files.deleteIfExists(old);
        }
        return files.stream().limit(MOST).flatMap(file -> entry(file).stream()).toList();
    }

    private static Optional<Entry> entry(Path file) {
        if (!(SessionFile.open(file) instanceof SessionFile.Session(Snapshot facts, Instant finished, Tool tool))) {
            return Optional.empty();
        }
        Diagnosis diagnosis = Diagnosis.of(facts);
        boolean whole = facts.troubles().stream().noneMatch(failure -> failure.kind() == Failure.Kind.CANCELLED);
        return Optional.of(new Entry(file, facts.target().vault(), facts.target().cloud().name(), facts.started(), finished,
                diagnosis.root().map(root -> root.found().finding().title()), worst(diagnosis), whole));
    }

    /** Fine only when all could be looked at. */
    private static Status worst(Diagnosis diagnosis) {
        Set<Status> all = diagnosis.checks().stream().map(check -> check.outcome().status()).collect(Collectors.toSet());
        return Stream.of(Status.FAIL, Status.WARN, Status.UNKNOWN).filter(all::contains).findFirst().orElse(Status.PASS);
    }
}
