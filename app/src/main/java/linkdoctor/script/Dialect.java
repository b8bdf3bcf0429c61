package linkdoctor.script;

import java.util.List;

import linkdoctor.facts.CommandLine;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** How steps are said in each of the two shells. */
enum Dialect {
    BASH("sh") {
        @Override
        String quote(String text) {
            return CommandLine.quote(text);
        }

        @Override
        String query(Reading reading) {
            return CommandLine.quote(reading.jmesPath());
        }

        @Override
        List<String> commands(Step step) {
            return List.of("change " + step.az().bash());
        }

        @Override
        List<String> shown(Step step) {
            return List.of(step.az().bash());
        }

        @Override
        List<String> commands(Undo.Way way) {
            StringBuilder line = new StringBuilder("change ").append(way.az().bash());
            way.more().forEach(arg -> line.append(' ').append(bash(arg)));
            return List.of(line.toString());
        }
    },
    POWERSHELL("ps1") {
        @Override
        String quote(String text) {
            return PowerShell.quote(text);
        }

        @Override
        String query(Reading reading) {
            return reading.powershell();
        }

        @Override
        List<String> commands(Step step) {
            return step.powershell().stream().map(PowerShell::render).toList();
        }

        @Override
        List<String> shown(Step step) {
            return commands(step);
        }

        @Override
        List<String> commands(Undo.Way way) {
            return way.powershell().stream().map(PowerShell::render).toList();
        }
    };

    private final String ending;

    Dialect(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    abstract String quote(String text);

    abstract String query(Reading reading);

    abstract List<String> commands(Step step);

    /** The same as a dry run shows it. */
    abstract List<String> shown(Step step);

    abstract List<String> commands(Undo.Way way);

    /** The words by which a script asks whether a step is done: {@code has 10.0.0.5}. */
    String words(Done done) {
        return switch (done) {
            case Done.Is(List<String> lines) -> words("is", lines);
            case Done.Has(List<String> lines) -> words("has", lines);
            case Done.Lacks(List<String> lines) -> words("lacks", lines);
            case Done.There() -> "there";
            case Done.Gone() -> "gone";
        };
    }

    private String words(String how, List<String> lines) {
        return how + " " + String.join(this == BASH ? " " : ", ", lines.stream().map(this::quote).toList());
    }

    /** An argument of a command that takes a step back, as bash finds it. */
    static String bash(Undo.Arg arg) {
        return switch (arg) {
            case Undo.Literal(String text) -> CommandLine.quote(text);
            case Undo.Was(String prefix, int line, String otherwise) ->
                    (prefix.isEmpty() ? "" : CommandLine.quote(prefix)) + "\"$(was " + line + " " + CommandLine.quote(otherwise) + ")\"";
            case Undo.WasFrom(int line) -> "${rest[@]+\"${rest[@]}\"}";
            case Undo.Each() -> "\"$each\"";
        };
    }
}
