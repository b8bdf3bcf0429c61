package linkdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.scenario.Play;

/**
 * How long the checklist takes on the lab beside the calls that must wait for one another. Not a test: it judges
 * nothing. {@code mvn -q verify -Pbench -DskipTests} runs it.
 */
public final class ChecklistBenchmark {
    private static final int ARM = 80;
    private static final int DNS = 15;
    private static final int TLS = 30;
    private static final int RUNS = 30;
    private static final int WARM_UP = 10;

    /**
     * The longest chain of calls of which each needs the answer of the one before it. A connection costs a handshake;
     * when many calls go out at once, all but one of them need a new one.
     */
    private static final List<Call> CHAIN = List.of(
            new Call("TLS to the login service (its own answers take no time here)", TLS),
            new Call("TLS to Azure Resource Manager", TLS), new Call("subscriptions", ARM),
            new Call("TLS for one of the calls that then go out at once", TLS), new Call("vaults of the subscription", ARM),
            new Call("the private endpoint", ARM), new Call("its network interface", ARM),
            new Call("TLS to the endpoint's address", TLS));

    private ChecklistBenchmark() {
    }

    private record Call(String what, int millis) {
    }

    public static void main(String[] args) throws IOException {
        Play play = Scenario.of("benchmark", """
                title: The healthy estate, as far away as a real one
                teaches: How long a run takes
                expects: none
                latency arm %d
                latency dns %d
                latency tls %d
                """.formatted(ARM, DNS, TLS)).play();
        try (Lab lab = Lab.start(play.estate(), play.world())) {
            List<Long> millis = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                Diagnosis diagnosis = Practice.look(lab);
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                if (diagnosis.failed()) {
                    throw new IllegalStateException("the healthy estate is found broken: " + diagnosis.root());
                }
            }
            print(millis);
        }
    }

    private static void print(List<Long> millis) throws IOException {
        int chain = CHAIN.stream().mapToInt(Call::millis).sum();
        List<Long> warm = new ArrayList<>(millis.subList(WARM_UP, millis.size()));
        Collections.sort(warm);
        long median = warm.get(warm.size() / 2);
        System.out.printf(Locale.ROOT, "latency: %d ms a call on ARM, %d ms on DNS, %d ms a TLS handshake%n", ARM, DNS, TLS);
        System.out.println("longest chain of dependent calls:");
        CHAIN.forEach(call -> System.out.printf(Locale.ROOT, "  %4d ms  %s%n", call.millis(), call.what()));
        System.out.printf(Locale.ROOT, "  %4d ms  together%n", chain);
        System.out.printf(Locale.ROOT, "first run in this JVM: %d ms, second: %d ms%n", millis.get(0), millis.get(1));
        System.out.printf(Locale.ROOT, "after %d runs: median %d ms, from %d to %d, %.2f times the chain%n",
                WARM_UP, median, warm.getFirst(), warm.getLast(), (double) median / chain);
        peak().ifPresent(peak -> System.out.println("peak memory, lab and program in one process: " + peak));
    }

    /** Linux tells the peak of the process. */
    private static Optional<String> peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:")).map(line -> line.substring(6).strip()).findFirst();
        }
    }
}
