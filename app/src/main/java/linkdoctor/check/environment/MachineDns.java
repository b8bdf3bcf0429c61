package linkdoctor.check.environment;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.Severity;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** A machine can ask other DNS servers than its network gives it, and then sees what those see. */
public final class MachineDns implements Check {
    private static final Finding OVERRIDE = Finding.fail("environment.dns-override",
            "This machine asks other DNS servers than its network's",
            "What the network is set to does not matter on a machine with servers of its own, and a public server never knows the "
                    + "private zone. Usually someone set them on the network interface or in the operating system, or the "
                    + "machine still holds the servers of before the network was changed.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "environment.machine-dns";
    }

    @Override
    public String title() {
        return "This machine asks the DNS servers of its network";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OVERRIDE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        return Given.the(facts.resolvers(), reach.client(), (resolvers, networks) -> {
            if (networks.isEmpty()) {
                return Outcome.skipped("This machine is in no virtual network whose DNS servers it should ask.");
            }
            List<Ip> asked = resolvers.stream().filter(ip -> !ip.loopback()).toList();
            if (asked.isEmpty()) {
                return Outcome.skipped("This machine asks a resolver of its own, and which servers that asks cannot be told.");
            }
            List<Ip> set = networks.stream().flatMap(one -> one.dnsServers().isEmpty() ? Stream.of(Ip.AZURE_DNS)
                    : one.dnsServers().stream()).distinct().toList();
            DnsServers other = DnsServers.of(facts, asked.stream().filter(ip -> !set.contains(ip)).toList());
            boolean onlyAzure = other.servers().stream().allMatch(Ip.AZURE_DNS::equals);
            if (other.servers().isEmpty() || onlyAzure && other.wrong().isEmpty()) {
                return Outcome.pass("This machine asks " + Voice.listed(asked) + ", as its network has it.");
            }
            String said = "This machine asks " + Voice.listed(other.servers()) + ", its network has " + Voice.listed(set);
            Outcome outcome = other.toBlame()
                    ? Outcome.problem(OVERRIDE, said + "; " + Answers.said(other.wrong()) + ", while " + other.right().orElseThrow() + ".",
                            remedy(other, set))
                    : Outcome.problem(OVERRIDE.as(Severity.NOTE), said + (other.voices().isEmpty() ? "." : "; "
                            + Answers.said(other.voices()) + "."), remedy(other, set));
            return outcome.because(reach.client(), facts.resolvers()).because(other.evidence());
        });
    }

    private static Remedy remedy(DnsServers other, List<Ip> set) {
        return Remedy.byHand("Let this machine ask " + Voice.listed(set) + " instead of " + Voice.listed(other.servers()),
                "Open the machine's network interface in the portal, DNS servers: inherit from the virtual network.",
                "In the operating system, take the servers out of the adapter's settings, netplan, NetworkManager or resolv.conf.",
                "Renew the DHCP lease or restart the machine.");
    }
}
