package linkdoctor.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One PowerShell statement as data, and the one place that quotes for PowerShell.
 *
 * @param assignTo variable that takes the result, without {@code $}; empty for none
 */
public record PowerShell(String assignTo, String cmdlet, List<Parameter> parameters) {
    public PowerShell {
        parameters = List.copyOf(parameters);
    }

    /** A named parameter. */
    public record Parameter(String name, Value value) {
    }

    /** What a parameter can hold. */
    public sealed interface Value {
    }

    /** A literal text; whatever it holds arrives unchanged. */
    public record Text(String text) implements Value {
    }

    /** Several literal texts. */
    public record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A variable assigned before, or {@code true} and {@code false}, without {@code $}. */
    public record Variable(String name) implements Value {
    }

    /** A number. */
    public record Number(long number) implements Value {
    }

    /** A switch. */
    public record Switch() implements Value {
    }

    /** What was read before, line by line: only in a script that takes a step back. */
    public record Recorded(Undo.Arg line) implements Value {
    }

    public static PowerShell run(String cmdlet) {
        return new PowerShell("", cmdlet, List.of());
    }

    /** Sets a property of a variable assigned before: {@code $record.Ttl = 300}. */
    public static PowerShell set(String variable, String property, Value value) {
        return new PowerShell(variable + "." + property, render(value), List.of());
    }

    public PowerShell into(String variable) {
        return new PowerShell(variable, cmdlet, parameters);
    }

    public PowerShell with(String name, String text) {
        return with(name, new Text(text));
    }

    public PowerShell with(String name, Value value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new PowerShell(assignTo, cmdlet, more);
    }

    public PowerShell on(String switchName) {
        return with(switchName, new Switch());
    }

    /** The statement as a line of PowerShell. */
    public String render() {
        String line = parameters.stream().map(PowerShell::render).collect(Collectors.joining(" "));
        return (assignTo.isEmpty() ? "" : "$" + assignTo + " = ") + cmdlet + (line.isEmpty() ? "" : " " + line);
    }

    private static String render(Parameter parameter) {
        return ("-" + parameter.name() + " " + render(parameter.value())).strip();
    }

    private static String render(Value value) {
        return switch (value) {
            case Text(String text) -> quote(text);
            case Texts(List<String> texts) -> texts.isEmpty() ? "@()" : texts.stream().map(PowerShell::quote).collect(Collectors.joining(","));
            case Variable(String variable) -> "$" + variable;
            case Number(long number) -> Long.toString(number);
            case Switch() -> "";
            case Recorded(Undo.Arg line) -> recorded(line);
        };
    }

    /** A prefix tells the Azure CLI what the value is for; a parameter's name does so here. */
    private static String recorded(Undo.Arg line) {
        return switch (line) {
            case Undo.Literal(String text) -> quote(text);
            case Undo.Was(String prefix, int number, String otherwise) -> "(Was " + number + " " + quote(otherwise) + ")";
            case Undo.WasFrom(int number) -> "@(WasFrom " + number + ")";
            case Undo.Each() -> "$each";
        };
    }

    /** A literal in single quotes. PowerShell also ends such a literal at the typographic ones, so these double too. */
    public static String quote(String text) {
        return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
    }
}
