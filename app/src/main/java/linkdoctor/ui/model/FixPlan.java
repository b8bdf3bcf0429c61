package linkdoctor.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Section;
import linkdoctor.check.access.RepairRights;
import linkdoctor.check.verdict.Run;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.remedy.Remedy;

/** The repairs that a diagnosis calls for, in the order to make them: the root's first, then what is broken beside it, then the warnings. */
public record FixPlan(String heading, List<Card> cards) {
    public FixPlan {
        cards = List.copyOf(cards);
    }

    /** Why a repair stands here. */
    public enum Why { ROOT, APART, REMARK }

    /**
     * One repair.
     *
     * @param other     whether it stands beside another repair of the same finding, of which one is enough
     * @param suggested whether to make it unless the user thinks otherwise
     */
    public record Card(Why why, Found found, Section section, Remedy remedy, boolean other, boolean suggested, RepairRights.Known right) {

        /** Whether only a person can do it. */
        public boolean byHand() {
            return remedy.steps().isEmpty();
        }

        /** The same repair, look after look. */
        public String key() {
            return found.finding().code() + " " + remedy.summary();
        }
    }

    public static FixPlan of(Diagnosis diagnosis) {
        Verdict verdict = Verdict.of(diagnosis);
        List<Card> cards = new ArrayList<>();
        Snapshot facts = diagnosis.facts();
        verdict.root().ifPresent(root -> add(cards, Why.ROOT, root.found(), root.by().section(), facts));
        verdict.apart().forEach(effect -> add(cards, Why.APART, effect.found(), effect.by().section(), facts));
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome()).filter(verdict.warnings()::contains).forEach(found -> add(cards, Why.REMARK, found, judged.section(), facts));
        }
        return new FixPlan(Words.line(facts.target().hostname()) + " as seen at " + Run.when(facts.started()), cards);
    }

    private static void add(List<Card> cards, Why why, Found found, Section section, Snapshot facts) {
        boolean choice = found.remedies().size() > 1;
        boolean suggested = why != Why.REMARK;
        for (Remedy remedy : found.remedies()) {
            if (cards.stream().anyMatch(card -> card.remedy().equals(remedy))) {
                continue;
            }
            Card card = new Card(why, found, section, remedy, choice, suggested && !remedy.steps().isEmpty(), RepairRights.of(facts, remedy.needs()));
            suggested &= !card.suggested();
            cards.add(card);
        }
    }

    /** The repairs that commands make. */
    public List<Card> commanded() {
        return cards.stream().filter(card -> !card.byHand()).toList();
    }

    /** The repairs that only a person makes. */
    public List<Card> byHand() {
        return cards.stream().filter(Card::byHand).toList();
    }

    /** The commands of the repairs chosen, each under a line that says what it is for; empty when none is. */
    public String commands(Set<String> chosen, Shell shell) {
        List<Card> all = commanded().stream().filter(card -> chosen.contains(card.key())).toList();
        return all.isEmpty() ? "" : all.stream().map(card -> commands(card, shell))
                .collect(Collectors.joining("\n\n", "# " + heading + "\n# These commands change Azure. Read them before you run them.\n\n", "\n"));
    }

    private static String commands(Card card, Shell shell) {
        String risk = card.remedy().risk();
        return Stream.of(Stream.of("# " + Words.line(card.remedy().summary())), Stream.of(risk).filter(one -> !one.isEmpty()).map(one -> "# Risk: " + Words.line(one)),
                shell.commands(card.remedy()).stream()).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
