package linkdoctor.check.environment;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.Severity;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.remedy.Remedy;

/** A line of the hosts file beats every DNS answer. */
public final class HostsUntouched implements Check {
    private static final Finding OVERRIDE = Finding.fail("environment.hosts-override",
            "The hosts file has a line for the vault",
            "The line decides on this machine, whatever DNS says: with a wrong address nothing works here, with the right one "
                    + "this machine works and hides what fails everywhere else. Usually it was added to get round a DNS "
                    + "problem and outlived it.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "environment.hosts-untouched";
    }

    @Override
    public String title() {
        return "The hosts file has no line for the vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OVERRIDE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.hosts(), hosts -> {
            if (hosts.entries().isEmpty()) {
                return Outcome.pass(hosts.path() + " has no line for " + facts.target().hostname() + ".");
            }
            // Nobody looks up the alias by itself, and of several lines for a name the first counts.
            Optional<HostsFile.Entry> counts = hosts.entries().stream()
                    .filter(entry -> entry.name().equalsIgnoreCase(facts.target().hostname())).findFirst();
            HostsFile.Entry entry = counts.orElse(hosts.entries().getFirst());
            Reach reach = Reach.of(facts);
            String line = "Line " + entry.line() + " of " + hosts.path() + " gives " + entry.name() + " the address " + entry.ip();
            Outcome outcome = counts.isPresent() && wrong(facts, reach, entry.ip())
                    ? Outcome.problem(OVERRIDE, line + expected(reach, entry.ip()) + ".", remove(hosts))
                    : Outcome.problem(OVERRIDE.as(Severity.WARN), line + hides(facts, reach, counts.isPresent()) + ".", remove(hosts));
            return outcome.because(reach.expected()).because(Answers.of(facts, reach).evidence());
        });
    }

    /** Wrong for certain: a public address, or not the endpoint's where that is known; unless the request gets through. */
    private static boolean wrong(Snapshot facts, Reach reach, Ip ip) {
        List<Ip> expected = reach.expected().known().orElse(List.of());
        if (expected.contains(ip) || Arrival.byName(facts).filter(Arrival::overPrivateLink).isPresent()) {
            return false;
        }
        boolean certain = !expected.isEmpty() && (reach.allRead() || facts.target().endpointIp().isPresent());
        boolean nobodys = endpointsKnown(facts) && facts.endpoints().values().stream().flatMap(one -> one.known().stream())
                .noneMatch(one -> one.addresses().contains(ip));
        boolean outside = ip.publicAddress() && !Reach.insideEndpointNetwork(facts, ip);
        return certain || nobodys || outside || ip.loopback();
    }

    /** Whether the address of every endpoint is known, of those too whose connection is not in force; a gone one has none. */
    private static boolean endpointsKnown(Snapshot facts) {
        return facts.connections().known().filter(all -> all.stream().flatMap(one -> one.endpoint().stream())
                .allMatch(id -> Optional.ofNullable(facts.endpoints().get(id)).filter(one -> one.known()
                        .filter(endpoint -> !endpoint.addresses().isEmpty()).isPresent()
                        || one.trouble().filter(failure -> failure.kind() == Failure.Kind.NOT_FOUND).isPresent()).isPresent())).isPresent();
    }

    private static String expected(Reach reach, Ip ip) {
        return reach.expected().known().filter(list -> !list.isEmpty()).map(list -> ", but the endpoint has " + Voice.listed(list))
                .orElse(ip.publicAddress() ? ", which is no private address" : ", which no endpoint of the vault has");
    }

    private static String hides(Snapshot facts, Reach reach, boolean counts) {
        if (!counts) {
            return ", which has no effect on " + facts.target().hostname();
        }
        List<Voice> heard = Answers.of(facts, reach).decisive();
        return heard.isEmpty() || heard.stream().allMatch(Voice::good) ? ", which stays even when the endpoint's address changes"
                : " and hides that " + Answers.said(heard);
    }

    private static Remedy remove(HostsFile hosts) {
        String lines = Voice.listed(hosts.entries().stream().map(HostsFile.Entry::line).sorted().distinct().toList());
        return Remedy.byHand("Remove line " + lines + " from " + hosts.path(),
                "Open " + hosts.path() + " with administrator's rights and delete line " + lines + ".",
                "Repair DNS first where this machine must go on working meanwhile.");
    }
}
