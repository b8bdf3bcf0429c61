package linkdoctor.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;

/**
 * Where each caller stops: a lane for each through the vault's gates, and a second one where the proposed fix changes it.
 *
 * @param vault the vault's host name
 */
public record Lanes(String vault, List<Lane> lanes) {
    public Lanes {
        lanes = List.copyOf(lanes);
    }

    public static Lanes of(WhoGetsIn table, Diagnosis diagnosis) {
        Readable readable = new Readable(diagnosis.facts());
        List<Lane> lanes = new ArrayList<>();
        for (WhoGetsIn.Entry entry : table.entries()) {
            lanes.add(Lane.of(Lane.When.NOW, entry.caller(), entry.now(), readable));
            entry.after().ifPresent(after -> lanes.add(Lane.of(Lane.When.AFTER_THE_FIX, entry.caller(), after, readable)));
        }
        return new Lanes(Words.line(diagnosis.facts().target().hostname()), lanes);
    }

    /** What the picture is of. */
    public String title() {
        return "Who gets in to " + vault;
    }

    /** The whole picture in words, for those who do not see it. */
    public String described() {
        return lanes.stream().map(Lane::spoken).collect(Collectors.joining(" "));
    }
}
