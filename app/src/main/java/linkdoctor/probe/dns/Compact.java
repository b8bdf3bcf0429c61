package linkdoctor.probe.dns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Words;
import linkdoctor.facts.dns.DnsAnswer;

/** An answer in one line, as a person would write it down. */
public final class Compact {
    private Compact() {
    }

    /** What follows the name that was asked for: "fabrikam.privatelink.vaultcore.azure.net → 10.1.1.5 (TTL 10)". */
    public static String text(DnsAnswer answer) {
        List<Long> ttls = answer.addresses().stream().map(DnsAnswer.Address::ttl).distinct().toList();
        String end = !answer.rcode().equals("NOERROR") ? answer.rcode() : answer.addresses().isEmpty() ? "no address"
                : ttls.size() == 1 ? Words.list(answer.ips()) + " (TTL " + ttls.getFirst() + ")"
                : Words.list(answer.addresses().stream().map(found -> found.ip() + " (TTL " + found.ttl() + ")").toList());
        return Stream.concat(answer.aliases().stream().map(DnsAnswer.Alias::to), Stream.of(end)).collect(Collectors.joining(" → "))
                + (answer.overTcp() ? ", over TCP" : "");
    }
}
