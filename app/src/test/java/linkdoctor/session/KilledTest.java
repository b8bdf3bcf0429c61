package linkdoctor.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Main;
import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Failure;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that are killed in the middle of writing, as by a crash or the task manager: what is on disk opens all the same. */
class KilledTest {
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path WHOLE = Path.of("src/test/resources/linkdoctor/session/frozen.json");
    @TempDir
    Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aKillAtAnyMomentLeavesASessionThatOpensAndNothingThatStaysForEver() throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            Path sessions = Files.createDirectories(folder.resolve("kill-" + kill));
            Process scribe = java(Scribe.class, WHOLE.toAbsolutePath().toString(), sessions.toString());
            Optional<Path> first = kill == 0 ? Optional.empty() : Optional.of(session(sessions, scribe));
            if (kill % 2 == 0) {
                Thread.sleep(random.nextInt(120));
            } else {
                inTheMiddle(sessions, scribe);
            }
            scribe.destroyForcibly().waitFor();
            assertThat(scribe.exitValue()).as("it was killed and did not end").isNotIn(0, 1);
            for (Path left : files(sessions)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left))).as(left.toString()).isEqualTo("rw-------");
                if (left.toString().endsWith(".json")) {
                    opens(left);
                }
            }
            first.ifPresent(file -> assertThat(file).exists());
            swept(sessions);
        }
    }

    @Test
    void theReportOfARunThatIsKilledHoldsWhatWasSeenByThen() throws Exception {
        Path report = folder.resolve("session.json");
        Process check = java(Main.class, "check", "fabrikam", "--lab", "arm-hangs", "--report", report.toString());
        Path seen = session(folder, check);
        check.destroyForcibly().waitFor();
        assertThat(opens(seen).facts().troubles()).extracting(Failure::kind).contains(Failure.Kind.CANCELLED);
        assertThat(opens(seen).facts().target().vault()).isEqualTo("fabrikam");
    }

    @Test
    void theReportOfARunThatIsInterruptedIsWhole() throws Exception {
        Path report = folder.resolve("session.json");
        Process check = java(Main.class, "check", "fabrikam", "--lab", "arm-hangs", "--report", report.toString());
        session(folder, check);
        check.destroy();
        assertThat(check.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(opens(report).facts().lookups()).as("what was seen before the interrupt").isNotNull();
        assertThat(files(folder)).containsExactly(report);
        assertThat(Files.readString(report)).contains("\"finished\"").endsWith("}\n");
    }

    /** Half files of programs that are long gone are taken away by the next write; another's that is being written is not. */
    private static void swept(Path sessions) throws IOException {
        List<Path> parts = new ArrayList<>(files(sessions).stream().filter(file -> file.toString().endsWith(".part")).toList());
        parts.add(Files.createTempFile(sessions, ".linkdoctor-", ".part"));
        for (Path part : parts) {
            Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        Path another = Files.createTempFile(sessions, ".linkdoctor-", ".part");
        Path file = sessions.resolve("next.json");
        PrivateFile.write(file, "{}");
        assertThat(files(sessions)).contains(another, file).noneMatch(parts::contains);
    }

    private static SessionFile.Session opens(Path file) {
        assertThat(SessionFile.open(file)).isInstanceOf(SessionFile.Session.class);
        SessionFile.Session session = (SessionFile.Session) SessionFile.open(file);
        assertThat(Diagnosis.of(session.facts()).checks()).isNotEmpty();
        return session;
    }

    /** Waits until a file is half written, or was a moment ago. */
    private static void inTheMiddle(Path in, Process by) throws IOException {
        while (by.isAlive() && files(in).stream().noneMatch(file -> file.toString().endsWith(".part"))) {
            Thread.onSpinWait();
        }
    }

    /** Waits for the first session in the folder. */
    private static Path session(Path in, Process by) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && by.isAlive()) {
            Optional<Path> json = files(in).stream().filter(file -> file.toString().endsWith(".json")).findFirst();
            if (json.isPresent()) {
                return json.get();
            }
            Thread.sleep(2);
        }
        throw new AssertionError("no session was written" + (by.isAlive() ? "" : ": it ended with " + by.exitValue()));
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }

    private Process java(Class<?> program, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        started.add(process);
        return process;
    }
}
