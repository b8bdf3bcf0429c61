package linkdoctor.remedy;

import java.util.List;

/** How the lines of a reading tell that a step need not be made, or no longer. Case does not count, as in Azure's own names. */
public sealed interface Done {

    /** They are these, in any order. */
    record Is(List<String> lines) implements Done {
        public Is {
            lines = List.copyOf(lines);
        }
    }

    /** All of these are among them. */
    record Has(List<String> lines) implements Done {
        public Has {
            lines = List.copyOf(lines);
        }
    }

    /** None of these is among them. */
    record Lacks(List<String> lines) implements Done {
        public Lacks {
            lines = List.copyOf(lines);
        }
    }

    /** There are some. */
    record There() implements Done {
    }

    /** There are none. */
    record Gone() implements Done {
    }

    static Done is(String... lines) {
        return new Is(List.of(lines));
    }

    static Done has(String... lines) {
        return new Has(List.of(lines));
    }

    static Done lacks(String... lines) {
        return new Lacks(List.of(lines));
    }
}
