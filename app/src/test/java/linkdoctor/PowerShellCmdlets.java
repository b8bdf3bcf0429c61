package linkdoctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.remedy.Remedy;

/** The cmdlets that scripts may name and their parameters, from {@code cmdlets.txt}. */
public final class PowerShellCmdlets {
    private static final String COMMON = "-debug -erroraction -errorvariable -informationaction -informationvariable -outbuffer "
            + "-outvariable -pipelinevariable -verbose -warningaction -warningvariable -defaultprofile";
    private static final Map<String, List<Syntax>> KNOWN = read().collect(Collectors.groupingBy(Syntax::cmdlet));

    private PowerShellCmdlets() {
    }

    /** One way to call a cmdlet; an alias of a parameter is there beside it. */
    private record Syntax(String cmdlet, List<Set<String>> needed, Set<String> allowed) {

        static Syntax of(String line) {
            String[] words = line.toLowerCase(Locale.ROOT).split(" +");
            List<Set<String>> needed = new ArrayList<>();
            Set<String> allowed = new HashSet<>(Set.of(COMMON.split(" ")));
            for (String word : List.of(words).subList(1, words.length)) {
                Set<String> names = Set.of(word.replaceAll("[\\[\\]]", "").replace("|", "|-").split("\\|"));
                allowed.addAll(names);
                if (!word.startsWith("[")) {
                    needed.add(names);
                }
            }
            return new Syntax(words[0], needed, allowed);
        }

        boolean complete(Set<String> given) {
            return allowed.containsAll(given) && needed.stream().allMatch(names -> names.stream().anyMatch(given::contains));
        }
    }

    /** Each command that no list knows so, as line:column and what is wrong with it. */
    public static List<String> faults(String script) {
        PowerShellNode root = PowerShellNode.root(script);
        Set<String> own = root.all().filter(one -> one.is("function_name")).map(one -> one.text().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return root.all().filter(one -> one.is("command") && one.has("command_name"))
                .filter(one -> !own.contains(name(one).toLowerCase(Locale.ROOT)))
                .flatMap(one -> judged(one, piped(root, one)).map(said -> one.place() + " " + name(one) + said)).toList();
    }

    /** What is wrong with the PowerShell lines of remedies; nothing on a machine that cannot parse, where {@link PowerShellParseTest} is skipped aloud. */
    public static List<String> faults(List<Remedy> remedies) {
        return PowerShellParse.isThere() ? remedies.stream().map(one -> String.join("\n", one.powershell()))
                .flatMap(script -> Stream.concat(PowerShellParse.faults(script).stream(), faults(script).stream()).map(said -> said + " in " + script)).toList()
                : List.of();
    }

    private static Stream<String> judged(PowerShellNode command, boolean piped) {
        List<Syntax> ways = KNOWN.getOrDefault(name(command).toLowerCase(Locale.ROOT), List.of());
        if (ways.isEmpty()) {
            return Stream.of(" is no cmdlet of the list");
        }
        List<PowerShellNode> elements = command.children().stream().filter(one -> one.is("command_elements")).flatMap(one -> one.children().stream())
                .filter(one -> !one.is("command_argument_sep")).toList();
        List<String> given = elements.stream().filter(one -> one.is("command_parameter")).map(PowerShellNode::text).toList();
        List<String> foreign = given.stream().filter(one -> ways.stream().noneMatch(way -> way.allowed().contains(one.toLowerCase(Locale.ROOT)))).toList();
        if (!foreign.isEmpty()) {
            return foreign.stream().map(one -> " has no parameter " + one);
        }
        // What comes through the pipe, by position or from a table has no name to check.
        boolean unnamed = piped || !elements.isEmpty() && !elements.getFirst().is("command_parameter")
                || elements.stream().anyMatch(one -> one.text().startsWith("@") && !one.text().startsWith("@(") && !one.text().startsWith("@{"));
        Set<String> names = given.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return unnamed || ways.stream().anyMatch(way -> way.complete(names)) ? Stream.of()
                : Stream.of(" takes more, or not these together: " + String.join(" ", given));
    }

    private static boolean piped(PowerShellNode root, PowerShellNode command) {
        return root.all().filter(one -> one.is("pipeline_chain")).anyMatch(chain -> {
            List<PowerShellNode> commands = chain.children().stream().filter(one -> one.node().isNamed()).toList();
            return commands.stream().skip(1).anyMatch(one -> one.node().getStartByte() == command.node().getStartByte());
        });
    }

    private static String name(PowerShellNode command) {
        return command.children().stream().filter(one -> one.is("command_name")).map(PowerShellNode::text).findFirst().orElse("");
    }

    private static Stream<Syntax> read() {
        try (InputStream list = PowerShellCmdlets.class.getResourceAsStream("/linkdoctor/powershell/cmdlets.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Syntax::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
