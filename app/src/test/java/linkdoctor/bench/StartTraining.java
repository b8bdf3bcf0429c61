package linkdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets the packaged program run once on the lab and has the JVM write down what it loaded, so that the next start is
 * quicker. Where that is not possible the program works without, only slower to begin.
 */
public final class StartTraining {
    private static final int SECONDS = 90;

    private StartTraining() {
    }

    /** @param args the folder of the packaged program */
    public static void main(String[] args) throws InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        try {
            train(program, program.resolve("lib").resolve("linkdoctor.aot"));
        } catch (IOException e) {
            System.err.println("The program was not trained to start quickly: " + e.getMessage());
        }
    }

    private static void train(Path program, Path cache) throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        Path home = Files.createTempDirectory("linkdoctor-training");
        ProcessBuilder run = new ProcessBuilder(program.resolve("bin").resolve("linkdoctor").toString(), "lab", "zone-not-linked")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        run.environment().putAll(Map.of("XDG_STATE_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache + " -Dglass.platform=Headless -Dprism.order=sw"));
        Process process = run.start();
        Instant end = Instant.now().plusSeconds(SECONDS);
        while (!looked(home) && process.isAlive() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        // It ends as when the window is closed, and the JVM writes its cache on the way out.
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not end in time");
        }
        if (!Files.exists(cache)) {
            throw new IOException("the JVM wrote no cache");
        }
    }

    /** Whether a run has come to its end: its session then names a root cause. */
    private static boolean looked(Path home) throws IOException {
        Path sessions = home.resolve("linkdoctor").resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return false;
        }
        try (Stream<Path> files = Files.list(sessions)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                if (Files.readString(file).contains("\"access.connection-denied\"")) {
                    return true;
                }
            }
        }
        return false;
    }
}
