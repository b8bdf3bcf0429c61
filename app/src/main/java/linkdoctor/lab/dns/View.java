package linkdoctor.lab.dns;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsAnswer.Address;
import linkdoctor.facts.dns.DnsAnswer.Alias;

/** What the DNS looks like from one place. Names are lower case, without a trailing dot. */
interface View {
    /** Longer than any chain of Azure, short enough to end a loop. */
    int LONGEST_CHAIN = 16;

    /** What is known of one name, aliases not followed. */
    Step look(String name);

    /** One step of a resolution. */
    sealed interface Step {
        /** The name is another name for {@code to}. */
        record AliasOf(String to, long ttl) implements Step {
        }

        /** The name has these addresses. */
        record At(List<Ip> ips, long ttl) implements Step {
        }

        /** There is no such name. */
        record Nothing() implements Step {
        }

        /** The servers beyond cannot be reached. */
        record NoWay() implements Step {
        }
    }

    /** The whole chain from the name to its end. */
    default DnsAnswer answer(String name) {
        List<Alias> aliases = new ArrayList<>();
        String current = name;
        while (aliases.size() < LONGEST_CHAIN) {
            switch (look(current)) {
                case Step.AliasOf(String to, long ttl) -> {
                    aliases.add(new Alias(current, to, ttl));
                    current = to;
                }
                case Step.At(List<Ip> ips, long ttl) -> {
                    List<Address> found = ips.stream().map(ip -> new Address(ip, ttl)).toList();
                    return new DnsAnswer("NOERROR", aliases, found, false);
                }
                case Step.Nothing() -> {
                    return new DnsAnswer("NXDOMAIN", aliases, List.of(), false);
                }
                case Step.NoWay() -> {
                    return new DnsAnswer("SERVFAIL", List.of(), List.of(), false);
                }
            }
        }
        return new DnsAnswer("SERVFAIL", List.of(), List.of(), false);
    }
}
