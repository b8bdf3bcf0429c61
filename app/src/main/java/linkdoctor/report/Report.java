package linkdoctor.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.picture.Lanes;
import linkdoctor.picture.RequestPath;

/**
 * What a report tells, in its order; each format only sets it. All text is on one line and steers nothing, and is not
 * yet escaped.
 *
 * @param title   the vault's host name
 * @param about   what was looked at, by whom, when, and with which version
 * @param status  how it ended: the mark of the verdict
 * @param verdict "Root cause", "All is well" …
 * @param headline the one sentence that stands out
 * @param root    the root cause
 * @param chain   what follows from it, "therefore …"
 * @param apart   what is also broken
 * @param repairs what to do about the root cause: one of these
 * @param remarks warnings and notes
 * @param hidden  what could not be looked at
 * @param rights  what each principal may do in the vault
 * @param move    how to go over from access policies to roles, where those are in force
 * @param access  who gets in
 * @param lanes   the same as a picture
 * @param log    what the service saw, where it refused or was asked
 * @param again   the command that looks again
 * @param privacy what was replaced in it
 */
public record Report(String title, List<Entry> about, Status status, String verdict, Text headline, Optional<Cause> root,
                     List<Step> chain, List<Cause> apart, List<Repair> repairs, List<Cause> remarks, List<Unseen> hidden,
                     List<Part> sections, List<Rights> rights, Optional<Move> move, Optional<Log> log, RequestPath path, Access access, Lanes lanes, String again,
                     String privacy) {

    /** A text as one reads it, and whole where that is longer. */
    public record Text(String brief, Optional<String> whole) {
    }

    /** What the service saw: the query, and its rows where it was put; {@code more} are left out. */
    public record Log(Text lead, String query, Text said, List<LogRow> rows, int more) {
    }

    /** A request as the audit log has it. */
    public record LogRow(Text at, boolean refused, Text told) {
    }

    /** A line of the head. */
    public record Entry(String name, Text value) {
    }

    /** A finding with why it matters; {@code follows} is what follows from it, for those beside the root. */
    public record Cause(Status status, String title, Text said, String explanation, String link, String code, Optional<String> from,
                        List<Step> follows, List<Repair> repairs) {
    }

    /** A consequence; {@code depth} counts from 1. */
    public record Step(int depth, Text said, String code) {
    }

    /** A repair; {@code lead} is "Do", "Either" or "Or" among the next steps; {@code told} means that it stands in full elsewhere. */
    public record Repair(String lead, Text summary, Text risk, Text needs, List<String> bash, List<String> powershell, List<Text> portal, boolean told) {
    }

    /** One reason, and all that it hides. */
    public record Unseen(Text reason, String takes, boolean behindRoot, List<String> checks) {
    }

    /** A section of the checklist. */
    public record Part(int number, String title, String question, Status status, Optional<String> skipped, List<Line> lines) {
    }

    /** What a principal may do. */
    public record Rights(String title, Text about, List<Right> rows, List<Text> remarks, List<Repair> repairs) {
    }

    /** Actions on one kind of thing, and why they are allowed or not. */
    public record Right(String kind, Status status, String word, String actions, Text because) {
    }

    /** Access policies and what they become, and what to do in which order. */
    public record Move(List<Becomes> policies, List<Stage> stages) {
    }

    /** What an access policy becomes. */
    public record Becomes(Text principal, String given, String roles, String more, String lost) {
    }

    /** Something to do, and its commands. */
    public record Stage(Text text, List<String> bash) {
    }

    /** A check; {@code above} says that its reason stands in full at another before it. */
    public record Line(String title, Status status, Text said, Optional<String> above, String takes, List<Cause> causes, List<Proof> evidence) {
    }

    /** A piece of evidence. */
    public record Proof(Text asked, Text answered, String measure, String at, String command) {
    }

    /** Who gets in: the table in words; {@code identity} says whose token and rights it is about, {@code fix} what the fix changes. */
    public record Access(List<CallerRow> rows, String identity, String fix) {
    }

    /** A caller; {@code after} is how far it comes after the fix, empty where that is as now; {@code standing} and {@code advice} are for its kind. */
    public record CallerRow(String name, String more, Status status, String ends, Text said, Optional<CallerEnd> after, String standing, List<String> advice) {
    }

    /** How far a caller comes after the fix. */
    public record CallerEnd(Status status, String ends, Text said) {
    }

    /**
     * @param diagnosis already judged from facts in which identifiers are replaced as wanted
     * @param tool      name and version of the program
     * @param privacy   one sentence on what was replaced
     */
    public static Report of(Diagnosis diagnosis, String tool, Instant finished, String privacy) {
        return new Writer(diagnosis).report(tool, finished, privacy);
    }
}
