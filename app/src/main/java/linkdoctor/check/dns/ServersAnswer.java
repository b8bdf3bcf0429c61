package linkdoctor.check.dns;

import java.util.List;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.remedy.Remedy;

/**
 * Before an answer can be right or wrong there must be one. The first server counts by itself: every lookup waits for
 * it before a later one is asked, and its occasional failures are an application's occasional failures. A later server
 * counts only when no server before it always answers: until then nobody asks it.
 */
public final class ServersAnswer implements Check {
    private static final Finding SERVER_FAILED = Finding.fail("dns.server-failed",
            "A DNS server of this machine does not answer",
            "Without an answer a client reaches the vault neither privately nor publicly, and with a slow one it waits on "
                    + "every lookup. Usually the server is down or not reachable from this network, a firewall drops "
                    + "port 53 by UDP or TCP, or the server's own forwarder fails or runs into its timeout.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "dns.server-answers";
    }

    @Override
    public String title() {
        return "The DNS servers of this machine answer";
    }

    @Override
    public List<Finding> findings() {
        return List.of(SERVER_FAILED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Answers answers = Answers.of(facts, Reach.of(facts));
        List<Voice> voices = answers.voices().stream().filter(one -> one.attempts() > 0).toList();
        List<Voice> own = voices.stream().filter(ServersAnswer::ofThisMachine).toList();
        List<Voice> asked = own.isEmpty() ? voices : own;
        if (asked.isEmpty()) {
            return Outcome.skipped("No DNS server of this machine was asked.");
        }
        List<Voice> failing = asked.stream().filter(one -> one.failed() > 0).toList();
        // Those that an application ever comes to: up to the first one that always answers.
        List<Voice> met = asked.stream().filter(one -> asked.subList(0, asked.indexOf(one)).stream()
                .allMatch(before -> before.failed() > 0)).toList();
        List<Voice> hit = failing.stream().filter(met::contains).toList();
        Outcome outcome = !hit.isEmpty() ? Outcome.problem(SERVER_FAILED, said(hit), remedy(hit))
                : failing.isEmpty() ? Outcome.pass(Voice.listed(asked.stream().map(Voice::who).toList())
                        + (asked.size() == 1 ? " answers every time." : " answer every time."))
                : Outcome.pass(asked.getFirst().who() + " answers every time; "
                        + Voice.listed(failing.stream().map(Voice::who).toList()) + " is asked only when it does not, and fails.");
        return outcome.because(answers.evidence());
    }

    private static boolean ofThisMachine(Voice voice) {
        return voice.server().filter(server -> server.role() == DnsServer.Role.SYSTEM).isPresent();
    }

    private static String said(List<Voice> hit) {
        return String.join("; ", hit.stream().map(one -> one.who() + " failed " + one.failed() + " of " + one.attempts()
                + (one.attempts() == 1 ? " time: " : " times: ") + why(one)).toList()) + ".";
    }

    private static String why(Voice voice) {
        return voice.troubles().isEmpty()
                ? "it answers " + voice.answers().stream().filter(one -> !voice.usable().contains(one)).findFirst().orElseThrow().answer().rcode()
                : voice.troubles().getFirst().said().replaceFirst("\\.$", "");
    }

    private static Remedy remedy(List<Voice> hit) {
        String servers = Voice.listed(hit.stream().flatMap(one -> one.server().stream()).map(DnsServer::ip).toList());
        return Remedy.byHand("Repair or replace DNS server " + servers,
                "On the server, see whether its DNS service runs and whether it resolves the vault's name by itself.",
                "From this machine, see whether UDP and TCP port 53 of " + servers + " are open.",
                "A forwarder that waits only 3 seconds or less for Azure DNS fails now and then: give it 5 or more.",
                "Where the server is gone, take it out of the virtual network's DNS servers, or out of this machine's "
                        + "own setting, and renew this machine's DHCP lease.");
    }
}
