package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.Status;

/** Whether a principal may do something, and by what. */
public sealed interface Verdict {

    /** Something gives it. */
    record Allowed(List<Source> by) implements Verdict {
        public Allowed {
            by = List.copyOf(by);
        }
    }

    /** A deny assignment forbids it, whatever gives it. */
    record Denied(List<Source> by) implements Verdict {
        public Denied {
            by = List.copyOf(by);
        }
    }

    /** Nothing gives it; {@code least} is the role with the fewest rights that would, where roles are asked. */
    record NotGiven(Optional<BuiltInRole> least) implements Verdict {
    }

    /** It could not be found out. */
    record Unknown(String why) implements Verdict {
    }

    /** What stands before the actions. */
    default String word() {
        return switch (this) {
            case Allowed allowed -> "may";
            case Denied denied -> "may not";
            case NotGiven none -> "may not";
            case Unknown unknown -> "not known";
        };
    }

    /** What stands behind it. */
    default String because() {
        return switch (this) {
            case Allowed(List<Source> by) -> "by " + said(by);
            case Denied(List<Source> by) -> "denied by " + said(by) + ", which no role overrules";
            case NotGiven(Optional<BuiltInRole> least) -> least.map(role -> "the least role for it is " + role.title()).orElse("no access policy gives it");
            case Unknown(String why) -> why;
        };
    }

    /** The mark that stands for it. */
    default Status status() {
        return switch (this) {
            case Allowed allowed -> Status.PASS;
            case Denied denied -> Status.FAIL;
            case NotGiven none -> Status.SKIPPED;
            case Unknown unknown -> Status.UNKNOWN;
        };
    }

    private static String said(List<Source> by) {
        return by.stream().map(Source::said).distinct().collect(Collectors.joining("; "));
    }
}
