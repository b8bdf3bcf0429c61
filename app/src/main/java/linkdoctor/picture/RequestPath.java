package linkdoctor.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.picture.Hop.Kind;
import linkdoctor.picture.Hop.State;

/**
 * The way of a request from this machine to the vault: exactly six hops, client, DNS, private endpoint, firewall,
 * identity and permission, each with the real name or address found there.
 *
 * @param vault the vault's host name; empty before one is chosen
 */
public record RequestPath(String vault, List<Hop> hops) {
    public RequestPath {
        hops = List.copyOf(hops);
    }

    /** @param open the numbers of the sections that are still being looked at; what they say does not count yet */
    public static RequestPath of(Diagnosis diagnosis, Set<Integer> open) {
        Marks marks = new Marks(diagnosis, open);
        Values values = new Values(diagnosis.facts());
        return new RequestPath(Words.line(diagnosis.facts().target().hostname()),
                Arrays.stream(Kind.values()).map(kind -> marks.hop(kind, values.of(kind))).toList());
    }

    /** Of a complete run. */
    public static RequestPath of(Diagnosis diagnosis) {
        return of(diagnosis, Set.of());
    }

    /** Before anything was looked at. */
    public static RequestPath blank(Optional<Target> target) {
        String vault = target.map(Target::hostname).map(Words::line).orElse("");
        return new RequestPath(vault, Arrays.stream(Kind.values()).map(kind -> new Hop(kind, kind.title(),
                kind == Kind.DNS ? Brief.middle(vault, Brief.NAME) : "", State.WAITING, "Not looked at yet.", Places.home(kind), false,
                Optional.empty())).toList());
    }

    /** The five lines, each leading to the hop after it. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean beyond = hops.getFirst().breaks() || hops.getFirst().state() == State.WAITING;
        for (Hop hop : hops.subList(1, hops.size())) {
            lines.add(hop.root() ? Line.CUT : beyond || hop.state() == State.WAITING ? Line.UNREACHED : hop.breaks() ? Line.CUT : Line.WHOLE);
            // What lies behind a hop that is still looked at is not known to be reached.
            beyond |= hop.breaks() || hop.state() == State.WAITING;
        }
        return lines;
    }

    /** The hop with the root cause. */
    public Optional<Hop> root() {
        return hops.stream().filter(Hop::root).findFirst();
    }

    public Hop hop(Kind kind) {
        return hops.get(kind.ordinal());
    }

    /** What the picture is of. */
    public String title() {
        return "The request's path to " + (vault.isEmpty() ? "the vault" : vault);
    }

    /** The whole picture in words, for those who do not see it. */
    public String described() {
        return root().map(hop -> "It breaks at the hop " + hop.title() + ". ").orElse("")
                + hops.stream().map(Hop::spoken).collect(Collectors.joining(" "));
    }
}
