package linkdoctor.elsewhere;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the script told on one machine.
 *
 * @param host  the machine
 * @param at    when it began to look
 * @param name  the host name of the vault that it was asked about; empty when that part is cut off
 * @param lines the facts that arrived, in order
 * @param cut   what is missing, as a sentence; empty when everything arrived
 */
public record ProbeOutput(String host, Instant at, Optional<String> name, List<Line> lines, Optional<String> cut) {
    public ProbeOutput {
        lines = List.copyOf(lines);
    }

    /** What reading a text came to. */
    public sealed interface Read {
    }

    /** The outputs of one machine or several, in the order of the text; never none. */
    public record Outputs(List<ProbeOutput> each) implements Read {
        public Outputs {
            each = List.copyOf(each);
        }
    }

    /** There is no output in the text; {@code said} is one sentence. */
    public record NoOutput(String said) implements Read {
    }

    /**
     * Finds the outputs in a text: as they were printed, in the JSON of a run command, pasted with a prompt and other
     * text around them, wrapped, or cut off at either end.
     *
     * @param what what to call the text in a sentence
     * @param now  stands for the time of an output whose time is cut off
     */
    public static Read read(String text, String what, Instant now) {
        List<ProbeOutput> found = new OutputReader(now).read(text);
        if (!found.isEmpty()) {
            return new Outputs(found);
        }
        return new NoOutput(text.contains("linkdoctor-probe/1 %s") || text.contains("'linkdoctor-probe/1 '")
                ? what + " holds the probe script itself: run it on the client, and import what it prints."
                : OutputReader.otherVersion(text) ? what + " was written by a probe script of another version of Link Doctor; write the script anew and run that."
                : what + " holds no output of the probe script: give what probe.sh or probe.ps1 printed.");
    }

    /** The first fact of this kind. */
    Optional<Line> line(String key) {
        return all(key).stream().findFirst();
    }

    /** The facts of this kind. */
    List<Line> all(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).toList();
    }
}
