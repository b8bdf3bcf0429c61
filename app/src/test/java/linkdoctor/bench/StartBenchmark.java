package linkdoctor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the wizard's first frame takes beside a bare window's of the same toolkit, in processes of their own, one after
 * the other in turn; and what memory it holds, first and after a run on the lab.
 */
public final class StartBenchmark {
    private static final int TIMES = 9;

    private StartBenchmark() {
    }

    /** @param args the folder with the program's libraries, as the package has it */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path lib = Path.of(args[0]);
        Map<String, List<long[]>> all = new TreeMap<>();
        for (int i = 0; i < TIMES; i++) {
            for (String what : List.of("bare", "wizard")) {
                all.computeIfAbsent(what, unseen -> new ArrayList<>()).add(once(what, lib));
            }
        }
        for (int i = 0; i < 3; i++) {
            all.computeIfAbsent("run", unseen -> new ArrayList<>()).add(once("run", lib));
        }
        all.forEach((what, figures) -> System.out.printf(Locale.ROOT, "%-7s ms to first frame (run: to the verdict) min %d median %d max %d; heap %d MiB, resident %d MiB%n",
                what, sorted(figures, 0)[0], median(figures, 0), sorted(figures, 0)[figures.size() - 1], median(figures, 1), median(figures, 2)));
        System.out.printf(Locale.ROOT, "wizard / bare, medians: %.2f%n", (double) median(all.get("wizard"), 0) / median(all.get("bare"), 0));
    }

    private static long[] sorted(List<long[]> figures, int which) {
        return figures.stream().mapToLong(one -> one[which]).sorted().toArray();
    }

    private static long median(List<long[]> figures, int which) {
        return sorted(figures, which)[figures.size() / 2];
    }

    /** Starts as the launcher does: JavaFX on the module path, everything else on the class path. */
    private static long[] once(String what, Path lib) throws IOException, InterruptedException {
        String tests = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(path -> path.endsWith("test-classes")).findFirst().orElseThrow();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--module-path", lib.resolve("javafx").toString(),
                "--add-modules", "javafx.controls", "--enable-native-access=ALL-UNNAMED,javafx.graphics", "--sun-misc-unsafe-memory-access=allow"));
        Path cache = lib.resolve("linkdoctor.aot");
        if (!what.equals("bare") && Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable"));
        }
        if (System.getenv("DISPLAY") == null) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", lib.resolve("linkdoctor.jar") + java.io.File.pathSeparator + tests, "linkdoctor.ui.FirstFrame", what));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        String[] words = said.split(" ");
        return new long[]{Long.parseLong(words[1]), Long.parseLong(words[3]), Long.parseLong(words[5])};
    }
}
