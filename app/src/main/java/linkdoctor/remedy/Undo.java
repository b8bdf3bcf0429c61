package linkdoctor.remedy;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;

/** How to take a step back, from the lines that were read before it. */
public sealed interface Undo {

    /**
     * By commands.
     *
     * @param remark what is not as it was before, one sentence; empty when all is
     */
    record By(List<Way> ways, String remark) implements Undo {
        public By {
            ways = List.copyOf(ways);
        }
    }

    /** Not by a command; {@code why} is one sentence. */
    record Never(String why) implements Undo {
    }

    /** When a command is needed. */
    enum When {
        ALWAYS,
        /** Something was read before. */
        WAS_THERE,
        /** Nothing was read before. */
        WAS_MISSING,
        /** Once for each line after the first, which is {@link Each}. */
        FOR_EACH
    }

    /** A command whose last arguments are what was read before. */
    record Way(When when, CommandLine az, List<Arg> more, List<PowerShell> powershell) {
        public Way {
            more = List.copyOf(more);
            powershell = List.copyOf(powershell);
        }
    }

    /** An argument. */
    sealed interface Arg {
    }

    /** A text that is known. */
    record Literal(String text) implements Arg {
    }

    /**
     * A line that was read before.
     *
     * @param prefix    what stands before it in the argument
     * @param line      from 0
     * @param otherwise what stands for a value that was missing
     */
    record Was(String prefix, int line, String otherwise) implements Arg {
    }

    /** All lines from this one on, each an argument of its own. */
    record WasFrom(int line) implements Arg {
    }

    /** The line in turn. */
    record Each() implements Arg {
    }

    static Undo by(Way... ways) {
        return new By(List.of(ways), "");
    }

    /** A way back that is a step in its own right. */
    static Way step(When when, Step step, Arg... more) {
        return new Way(when, step.az(), List.of(more), step.powershell());
    }

    /** Takes away what the step made; what was there before stays. */
    static Undo of(Step opposite) {
        return by(step(When.WAS_MISSING, opposite));
    }

    default Undo but(String remark) {
        return switch (this) {
            case By(List<Way> ways, String first) -> new By(ways, Stream.of(first, remark).filter(one -> !one.isEmpty()).reduce((a, b) -> a + " " + b).orElse(""));
            case Never never -> never;
        };
    }
}
