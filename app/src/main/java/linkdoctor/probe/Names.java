package linkdoctor.probe;

import java.util.List;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;

/** DNS. Every call ends within its deadline (3 s a question) and never throws. */
public interface Names {

    /** Asks one server for A and AAAA of the name, {@code repeats} times, caches left out. */
    Lookup ask(DnsServer server, String hostname, int repeats);

    /** What the operating system resolves the name to, hosts file included. */
    Probed<List<Ip>> system(String hostname);
}
