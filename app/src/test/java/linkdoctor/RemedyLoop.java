package linkdoctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Severity;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;

/**
 * Proves the repairs: plays a scenario of the lab, lets the real Azure CLI run a remedy's lines as they are printed, and looks
 * again: the finding must be gone, and nothing may fail that did not fail before. No test: it needs {@code az} on the PATH and
 * some minutes. Arguments name scenarios; without any, all are played.
 */
public final class RemedyLoop {
    private static final int AT_A_TIME = 2;
    private static final String ROW = "%-34s %-34s %-2s %-4s %-7s %s%n";

    /** A remedy with commands, by its place among those of a finding, and the finding's among all. */
    private record Case(Scenario scenario, int finding, int remedy) {
    }

    /** What became of a case. */
    private record Row(Case proven, String code, boolean ran, boolean healed, String remark) {
        boolean well() {
            return ran && healed;
        }
    }

    private RemedyLoop() {
    }

    public static void main(String[] names) throws IOException, InterruptedException, ExecutionException {
        if (!AzureCli.isThere()) {
            System.out.println("No repair was proven: there is no az on the PATH.");
            return;
        }
        List<String> chosen = Stream.of(names).flatMap(name -> Stream.of(name.split("[\\s,]+"))).filter(name -> !name.isEmpty()).toList();
        List<Scenario> scenarios = chosen.isEmpty() ? Scenarios.all() : chosen.stream().map(name -> Scenarios.named(name).orElseThrow(
                () -> new IllegalArgumentException("The lab has no scenario \"" + name + "\"."))).toList();
        System.out.printf(ROW, "scenario", "finding", "#", "ran", "healed", "remedy");
        int failed = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<List<Row>>> running = scenarios.stream().map(one -> pool.submit(() -> prove(one))).toList();
            for (Future<List<Row>> one : running) {
                one.get().forEach(RemedyLoop::print);
                failed += (int) one.get().stream().filter(row -> !row.well()).count();
            }
        }
        System.out.println(failed == 0 ? "Every remedy healed." : failed + " did not heal.");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void print(Row row) {
        System.out.printf(ROW, row.proven().scenario().name(), row.code(), row.proven().remedy() + 1, row.ran() ? "yes" : "NO",
                row.healed() ? "yes" : "NO", row.remark());
    }

    private static List<Row> prove(Scenario scenario) throws IOException, InterruptedException {
        List<Case> cases;
        try (Lab lab = Lab.start(scenario)) {
            List<Found> found = Practice.look(lab, scenario.target()).found();
            cases = IntStream.range(0, found.size()).boxed().flatMap(finding -> IntStream.range(0, found.get(finding).remedies().size())
                    .filter(remedy -> !found.get(finding).remedies().get(remedy).bash().isEmpty())
                    .mapToObj(remedy -> new Case(scenario, finding, remedy))).toList();
        }
        List<Row> rows = new ArrayList<>();
        for (Case one : cases) {
            rows.add(prove(one));
        }
        return rows;
    }

    private static Row prove(Case one) throws IOException, InterruptedException {
        try (Lab lab = Lab.start(one.scenario()); AzureCli az = AzureCli.signedIn(lab)) {
            Diagnosis before = Practice.look(lab, one.scenario().target());
            Found finding = before.found().get(one.finding());
            AzureCli.Ran ran = az.run(finding.remedies().get(one.remedy()).bash());
            Diagnosis after = Practice.look(lab, one.scenario().target());
            String code = finding.finding().code();
            Set<String> worse = failures(after).stream().filter(now -> !failures(before).contains(now)).collect(Collectors.toSet());
            boolean gone = count(after, finding) < count(before, finding);
            return new Row(one, code, ran.well(), gone && worse.isEmpty(), finding.remedies().get(one.remedy()).summary()
                    + (worse.isEmpty() ? "" : "; now fails: " + worse) + (gone ? "" : "; still: " + said(after, code))
                    + after.root().map(root -> "; then " + root.found().finding().code()).orElse("")
                    + (ran.well() ? "" : "\n" + ran.output()));
        }
    }

    private static Set<String> failures(Diagnosis diagnosis) {
        return diagnosis.found().stream().map(Found::finding).filter(one -> one.severity() == Severity.FAIL)
                .map(one -> one.code()).collect(Collectors.toSet());
    }

    private static long count(Diagnosis diagnosis, Found like) {
        return diagnosis.found().stream().map(Found::finding).filter(one -> one.code().equals(like.finding().code())
                && one.severity().compareTo(like.finding().severity()) >= 0).count();
    }

    private static String said(Diagnosis diagnosis, String code) {
        return diagnosis.found().stream().filter(one -> one.finding().code().equals(code)).map(Found::said).collect(Collectors.joining(" "));
    }
}
