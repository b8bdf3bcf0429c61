package linkdoctor.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import linkdoctor.check.seen.Reach;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.Run;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Undo;

/**
 * What the templates of scripts fill in: texts are as they are, and quoted by the template; comments are single lines already;
 * commands are said in the dialect already.
 */
record Sheet(String heading, String tool, String vault, String host, String arm, String record, List<String> subscriptions, List<String> cmdlets, List<String> addresses,
             List<Line> steps, List<Line> backwards, List<Hand> hands, String again, boolean any, boolean locking, boolean asked) {

    /** A step. */
    record Line(int number, String caution, String title, List<String> comments, String path, String query, String wanted, String becomes,
                List<String> commands, List<Back> ways, String never, String remark) {
        Line with(List<String> otherCommands) {
            return new Line(number, caution, title, comments, path, query, wanted, becomes, otherCommands, ways, never, remark);
        }
    }

    /** A command that takes a step back. */
    record Back(boolean there, boolean missing, boolean each, boolean always, boolean rest, int from, List<String> commands) {
    }

    /** What only a person can do. */
    record Hand(String summary, String because, List<String> lines) {
    }

    /** What a dry run shows of the steps. */
    record Dry(List<Line> steps, boolean any) {
        static Dry of(Sheet sheet, List<Numbered> steps, Dialect dialect) {
            return new Dry(IntStream.range(0, steps.size()).mapToObj(at -> sheet.steps().get(at).with(dialect.shown(steps.get(at).step()))).toList(), sheet.any());
        }
    }

    static Sheet of(Plan plan, List<Numbered> steps, Set<Repair> picked, Dialect dialect, String tool, String again, String record) {
        Snapshot facts = plan.diagnosis().facts();
        Readable readable = new Readable(facts);
        List<Line> lines = steps.stream().map(step -> line(step, picked, dialect, readable)).toList();
        Set<String> subscriptions = steps.stream().flatMap(step -> subscription(step.step().az().args()).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        List<String> addresses = Reach.of(facts).expected().known().orElse(List.of()).stream().map(Ip::toString).toList();
        return new Sheet(Words.line(facts.target().hostname()) + " as seen at " + Run.when(facts.started()), tool, facts.target().vault(),
                facts.target().hostname(), facts.target().cloud().arm(), record, List.copyOf(subscriptions), cmdlets(steps), addresses, lines,
                lines.reversed(), hands(plan, readable), again, !lines.isEmpty(), has(lines, "lockout"), has(lines, "request"));
    }

    private static boolean has(List<Line> lines, String caution) {
        return lines.stream().anyMatch(one -> one.caution().equals(caution));
    }

    private static Optional<String> subscription(List<String> args) {
        return IntStream.range(1, args.size()).filter(i -> args.get(i - 1).equals("--subscription")).mapToObj(args::get).findFirst();
    }

    /** What the Az modules must bring along, for the steps and for the way back. */
    private static List<String> cmdlets(List<Numbered> steps) {
        return steps.stream().flatMap(step -> Stream.concat(step.step().powershell().stream(), step.change().undo() instanceof Undo.By by
                        ? by.ways().stream().flatMap(way -> way.powershell().stream()) : Stream.empty()))
                .map(PowerShell::cmdlet).filter(name -> name.contains("-Az")).distinct().sorted().toList();
    }

    private static Line line(Numbered step, Set<Repair> picked, Dialect dialect, Readable readable) {
        Remedy remedy = step.repair().remedy();
        List<String> comments = Stream.of(Map.entry("Finding", step.repair().found().finding().code() + ": " + step.repair().found().said()),
                Map.entry("Changes", step.change().title() + "."), Map.entry("Risk", remedy.risk().isEmpty() ? "None known." : remedy.risk()),
                Map.entry("Needs", remedy.needs())).filter(one -> !one.getValue().isEmpty())
                .map(one -> (one.getKey() + "        ").substring(0, 9) + Words.line(readable.of(one.getValue()))).toList();
        Undo undo = step.change().undo();
        return new Line(step.number(), caution(step.repair(), picked), Words.line(step.change().title()), comments, step.change().reading().path(),
                dialect.query(step.change().reading()), dialect.words(step.change().done()), Numbered.becomes(step.change()), dialect.commands(step.step()),
                undo instanceof Undo.By by ? by.ways().stream().map(way -> back(way, dialect)).toList() : List.of(),
                undo instanceof Undo.Never(String why) ? why : "", undo instanceof Undo.By by ? by.remark() : "");
    }

    /** Whoever picked a repair has asked for it. */
    private static String caution(Repair repair, Set<Repair> picked) {
        return switch (repair.remedy().caution()) {
            case NONE -> "usual";
            case LOCKS_OUT -> "lockout";
            case ON_REQUEST -> picked.contains(repair) ? "usual" : "request";
        };
    }

    private static Back back(Undo.Way way, Dialect dialect) {
        Optional<Integer> rest = way.more().stream().flatMap(arg -> arg instanceof Undo.WasFrom(int line) ? Stream.of(line) : Stream.empty()).findFirst();
        return new Back(way.when() == Undo.When.WAS_THERE, way.when() == Undo.When.WAS_MISSING, way.when() == Undo.When.FOR_EACH,
                way.when() == Undo.When.ALWAYS, rest.isPresent(), rest.orElse(1), dialect.commands(way));
    }

    /** What a person does instead of the commands, or beside them. */
    static List<Hand> hands(Plan plan, Readable readable) {
        return plan.byHand().stream()
                .map(one -> new Hand(Words.line(readable.of(one.remedy().summary())), Words.line(readable.of(one.found().said())),
                        one.remedy().portal().stream().map(line -> Words.line(readable.of(line))).toList())).toList();
    }
}
