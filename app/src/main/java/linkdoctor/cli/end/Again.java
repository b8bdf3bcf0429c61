package linkdoctor.cli.end;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that looks at a vault again. */
public final class Again {
    /** What becomes of the result is another question each time. */
    private static final Set<String> OF_THE_RESULT = Set.of("--output", "--report", "--redact", "--redact-key", "--fix", "--explain-access", "--caller", "--verbose", "--no-color");

    private Again() {
    }

    public static CommandLine of(Diagnosis diagnosis) {
        return CommandLine.of("linkdoctor", "check", diagnosis.facts().target().vault());
    }

    /** With the options that the user gave. */
    public static CommandLine of(String vault, CommandSpec check) {
        List<String> args = new ArrayList<>(List.of("linkdoctor", "check", vault));
        for (OptionSpec option : check.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (OF_THE_RESULT.contains(name)) {
                continue;
            }
            if (option.originalStringValues().isEmpty() || option.arity().max() == 0) {
                args.add(name);
            } else {
                option.originalStringValues().forEach(value -> args.addAll(List.of(name, value)));
            }
        }
        return new CommandLine(args);
    }
}
