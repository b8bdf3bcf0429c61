package linkdoctor.script;

import java.util.List;

import linkdoctor.remedy.Change;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Step;

/** A step at its place in a script, counted from 1. */
public record Numbered(int number, Repair repair, Step step, Change change) {

    /** What the change comes to, in a few words: "there", "with 10.0.0.5". */
    public static String becomes(Change change) {
        return switch (change.done()) {
            case Done.Is(List<String> lines) -> String.join(", ", lines);
            case Done.Has(List<String> lines) -> "with " + String.join(", ", lines);
            case Done.Lacks(List<String> lines) -> "without " + String.join(", ", lines);
            case Done.There() -> "there";
            case Done.Gone() -> "not there";
        };
    }
}
