package linkdoctor.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as a list of arguments, and the one place that quotes it for a POSIX shell. */
public record CommandLine(List<String> args) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    /** Options of the Azure CLI whose value is a name. */
    private static final Set<String> NAMED = Set.of("-g", "-n", "-z", "--vnet-name", "--endpoint-name", "--connection-name", "--description");

    public CommandLine {
        args = args.isEmpty() || !args.getFirst().equals("az") ? List.copyOf(args) : joined(args);
    }

    /** A name may begin with a hyphen, and the Azure CLI would take it for an option of its own. */
    private static List<String> joined(List<String> args) {
        List<String> joined = new ArrayList<>();
        for (String arg : args) {
            if (!joined.isEmpty() && NAMED.contains(joined.getLast()) && arg.startsWith("-")) {
                joined.set(joined.size() - 1, joined.getLast() + "=" + arg);
            } else {
                joined.add(arg);
            }
        }
        return List.copyOf(joined);
    }

    public static CommandLine of(String... args) {
        return new CommandLine(List.of(args));
    }

    /** The line to paste into bash: each argument arrives unchanged, whatever it holds. */
    public String bash() {
        return args.stream().map(CommandLine::quote).collect(Collectors.joining(" "));
    }

    /** One argument, quoted for bash when it needs to be. */
    public static String quote(String arg) {
        return PLAIN.matcher(arg).matches() ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
