package linkdoctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Severity;
import linkdoctor.facts.CommandLine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.remedy.Undo;
import linkdoctor.script.Numbered;
import linkdoctor.script.Plan;
import linkdoctor.script.Repair;
import linkdoctor.script.Scripts;

/**
 * Proves the scripts: plays a scenario of the lab, writes its scripts, runs fix.sh with the real Azure CLI, and looks again: the
 * findings must be gone, and nothing may fail that did not fail before. A second run must change nothing, and after rollback.sh
 * the estate must be as it was. Each repair that stands beside another of the same finding is proven in its place as well. No test: it
 * needs {@code az} on the PATH and some minutes. Arguments name scenarios, or {@code service-tag}; without any, all are played.
 */
public final class ScriptLoop {
    private static final int AT_A_TIME = 2;
    private static final String ROW = "%-36s %-34s %-5s %-5s %-6s %-6s %-6s %s%n";

    /** A scenario with the repairs to make of it, by their place in its plan; empty makes the usual ones. */
    private record Case(Scenario scenario, Optional<Integer> alone) {
    }

    /** What became of a case. */
    private record Row(Case proven, String codes, boolean ran, boolean healed, boolean idle, boolean rolledBack, String remark) {
        boolean well() {
            return ran && healed && idle && rolledBack;
        }
    }

    private ScriptLoop() {
    }

    public static void main(String[] names) throws IOException, InterruptedException, ExecutionException {
        if (!AzureCli.isThere()) {
            System.out.println("No script was proven: there is no az on the PATH.");
            return;
        }
        List<String> chosen = Stream.of(names).flatMap(name -> Stream.of(name.split("[\\s,]+"))).filter(name -> !name.isEmpty()).toList();
        boolean tags = chosen.isEmpty() || chosen.contains(TagLoop.NAME);
        List<Scenario> scenarios = chosen.isEmpty() ? Scenarios.all() : chosen.stream().filter(name -> !name.equals(TagLoop.NAME)).map(name -> Scenarios.named(name).orElseThrow(
                () -> new IllegalArgumentException("The lab has no scenario \"" + name + "\"."))).toList();
        System.out.printf(ROW, "scenario", "found", "ran", "heals", "idle", "back", "well", "");
        List<Row> rows = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<List<Row>>> running = scenarios.stream().map(one -> pool.submit(() -> prove(one))).toList();
            for (Future<List<Row>> one : running) {
                one.get().forEach(ScriptLoop::print);
                rows.addAll(one.get());
            }
        }
        long failed = rows.stream().filter(row -> !row.well()).count();
        System.out.println(failed == 0 ? rows.size() + " scripts: every one heals, is idle when run again, and is taken back." : failed + " of " + rows.size() + " did not.");
        List<String> wrong = tags ? TagLoop.prove() : List.of();
        if (tags) {
            System.out.println(wrong.isEmpty() ? "The scripts of a service tag follow its list, are idle when run again, and are taken back." : String.join("\n", wrong));
        }
        System.exit(failed == 0 && wrong.isEmpty() ? 0 : 1);
    }

    private static void print(Row row) {
        System.out.printf(ROW, row.proven().scenario().name() + row.proven().alone().map(place -> " #" + (place + 1)).orElse(""), row.codes(), said(row.ran()),
                said(row.healed()), said(row.idle()), said(row.rolledBack()), said(row.well()), row.remark());
    }

    private static String said(boolean well) {
        return well ? "yes" : "NO";
    }

    private static List<Row> prove(Scenario scenario) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        try (Lab lab = Lab.start(scenario)) {
            Plan plan = Plan.of(Practice.look(lab, scenario.target()));
            if (plan.commanded().isEmpty()) {
                return List.of();
            }
            cases.add(new Case(scenario, Optional.empty()));
            IntStream.range(0, plan.repairs().size()).filter(place -> !plan.repairs().get(place).byHand() && !plan.repairs().get(place).first())
                    .forEach(place -> cases.add(new Case(scenario, Optional.of(place))));
        }
        List<Row> rows = new ArrayList<>();
        for (Case one : cases) {
            rows.add(prove(one));
        }
        return rows;
    }

    private static Row prove(Case one) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("linkdoctor-scripts");
        try (Lab lab = Lab.start(one.scenario()); AzureCli az = AzureCli.signedIn(lab)) {
            Diagnosis before = Practice.look(lab, one.scenario().target());
            Map<String, JsonNode> estate = estate(lab);
            Plan plan = Plan.of(before);
            Set<Repair> chosen = one.alone().map(place -> instead(plan, plan.repairs().get(place))).orElseGet(plan::usual);
            List<Numbered> steps = plan.steps(chosen);
            for (Map.Entry<String, String> file : Scripts.of(plan, chosen, "linkdoctor", CommandLine.of("linkdoctor", "check", one.scenario().target())).files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            String all = steps.stream().map(step -> Integer.toString(step.number())).collect(Collectors.joining(","));
            String fix = "bash " + CommandLine.quote(folder.resolve("fix.sh").toString()) + " --allow-lockout --with " + all;
            AzureCli.Ran ran = az.run(List.of(fix));
            Diagnosis after = Practice.look(lab, one.scenario().target());
            Map<String, JsonNode> healed = estate(lab);
            AzureCli.Ran second = az.run(List.of(fix));
            boolean idle = second.well() && changes(second) == 0 && difference(healed, estate(lab)).isEmpty();
            AzureCli.Ran back = az.run(List.of("bash " + CommandLine.quote(folder.resolve("rollback.sh").toString())));
            Map<String, String> restored = difference(estate, estate(lab));
            boolean whole = steps.stream().allMatch(step -> step.change().undo() instanceof Undo.By by && by.remark().isEmpty());
            Set<String> worse = failures(after).stream().filter(now -> !failures(before).contains(now)).collect(Collectors.toSet());
            List<Found> still = steps.stream().map(step -> step.repair().found()).distinct().filter(found -> count(after, found) >= count(before, found)).toList();
            return new Row(one, steps.stream().map(step -> step.repair().found().finding().code()).distinct().collect(Collectors.joining(" ")), ran.well(),
                    still.isEmpty() && worse.isEmpty(), idle, back.well() && (restored.isEmpty() || !whole),
                    (worse.isEmpty() ? "" : "now fails: " + worse + " ") + (still.isEmpty() ? "" : "still: " + after.found().stream().filter(found -> still.stream().anyMatch(was -> was.finding().code().equals(found.finding().code())))
                    .map(Found::said).toList() + " ")
                    + (whole ? "" : "not whole, as the script says ") + (restored.isEmpty() ? "" : "differs: " + (whole ? restored : restored.keySet()) + " ")
                    + (ran.well() && still.isEmpty() ? "" : "\n" + ran.output()) + (idle ? "" : "\nSECOND " + second.output()) + (back.well() ? "" : "\nBACK " + back.output()));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The usual repairs, with this one in the place of another of the same finding. */
    private static Set<Repair> instead(Plan plan, Repair other) {
        return Stream.concat(plan.usual().stream().filter(one -> !one.found().equals(other.found())), Stream.of(other)).collect(Collectors.toSet());
    }

    private static long changes(AzureCli.Ran ran) {
        return ran.output().lines().filter(line -> line.startsWith("   az ")).count();
    }

    /** Every resource of the lab, without what only tells of who wrote it and how often. */
    private static Map<String, JsonNode> estate(Lab lab) {
        Map<String, JsonNode> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lab.estate().all().forEach(document -> all.put(document.path("id").asText(), bare(document.deepCopy())));
        return all;
    }

    private static JsonNode bare(JsonNode document) {
        if (document instanceof ObjectNode object) {
            object.remove(List.of("etag", "systemData"));
            if (object.path("type").asText().equals("Microsoft.KeyVault/vaults")) {
                said(object.withObjectProperty("properties"));
            }
        }
        document.forEach(ScriptLoop::bare);
        return document;
    }

    /** What a vault does not say means the same as these, and the Azure CLI cannot make it silent again. */
    private static void said(ObjectNode vault) {
        vault.put("publicNetworkAccess", vault.path("publicNetworkAccess").asText("Enabled"));
        ObjectNode rules = vault.withObjectProperty("networkAcls");
        rules.put("bypass", rules.path("bypass").asText("AzureServices")).put("defaultAction", rules.path("defaultAction").asText("Allow"));
        rules.withArrayProperty("ipRules");
        rules.withArrayProperty("virtualNetworkRules");
    }

    private static Map<String, String> difference(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Map<String, String> difference = new TreeMap<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream()).filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .forEach(id -> difference.put(id, before.get(id) + " -> " + after.get(id)));
        return difference;
    }

    private static Set<String> failures(Diagnosis diagnosis) {
        return diagnosis.found().stream().map(Found::finding).filter(one -> one.severity() == Severity.FAIL)
                .map(one -> one.code()).collect(Collectors.toSet());
    }

    private static long count(Diagnosis diagnosis, Found like) {
        return diagnosis.found().stream().map(Found::finding).filter(one -> one.code().equals(like.finding().code())
                && one.severity().compareTo(like.finding().severity()) >= 0).count();
    }
}
