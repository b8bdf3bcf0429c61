package linkdoctor.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.access.RepairRights;
import linkdoctor.check.seen.Voice;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.Run;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.remedy.Remedy;

/** What to send to the colleague who has the rights that the caller lacks: what to run, why, and which least role it takes. */
public final class Request {
    private Request() {
    }

    /** What the template fills in. */
    record Letter(String host, String when, String cause, List<Part> parts, List<Sheet.Hand> hands, String again) {
    }

    /** One repair. */
    record Part(String summary, String because, String risk, String needs, String roles, String where, String held, String fence, List<String> bash,
                List<String> powershell) {
    }

    /** The text in Markdown, for the repairs chosen that the caller may not be able to make; empty where the caller can make all of them. */
    public static Optional<String> of(Plan plan, Set<Repair> chosen, CommandLine again) {
        Snapshot facts = plan.diagnosis().facts();
        Readable readable = new Readable(facts);
        List<Part> parts = plan.commanded().stream().filter(chosen::contains).filter(one -> one.right() != RepairRights.Known.HELD)
                .map(one -> part(one, readable)).toList();
        List<Sheet.Hand> hands = Sheet.hands(plan, readable);
        if (parts.isEmpty() && hands.isEmpty()) {
            return Optional.empty();
        }
        String cause = plan.diagnosis().root().map(Diagnosis.Root::found).map(found -> found.finding().title() + ". " + found.said()).orElse("");
        return Optional.of(Template.plain("request.md", new Letter(plain(facts.target().hostname()), Run.when(facts.started()),
                plain(readable.of(cause)), parts, hands, again.bash())));
    }

    private static Part part(Repair repair, Readable readable) {
        List<ResourceId> resources = repair.remedy().steps().stream().flatMap(step -> step.change().stream()).map(change -> change.reading().resource()).toList();
        String where = resources.stream().filter(one -> !one.resourceGroup().isEmpty())
                .map(one -> "resource group " + one.resourceGroup() + " of subscription " + one.subscription()).distinct().collect(Collectors.joining(" and "));
        return new Part(plain(readable.of(repair.remedy().summary())), plain(readable.of(repair.found().said())),
                plain(readable.of(repair.remedy().risk())), repair.remedy().needs(), Voice.listed(LeastRole.of(repair.remedy().needs())), plain(where),
                repair.right() == RepairRights.Known.NOT_HELD ? "The one who asks does not have it." : "Whether the one who asks has it is not known.",
                fence(repair.remedy()), repair.remedy().bash(), repair.remedy().powershell());
    }

    /** Longer than any fence within the commands, which would end the block. */
    private static String fence(Remedy remedy) {
        String fence = "```";
        String all = remedy.bash() + " " + remedy.powershell();
        while (all.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    /** Text from outside that Markdown does not take for its own. */
    private static String plain(String text) {
        return Words.line(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }
}
