package linkdoctor.probe.dns;

import java.util.stream.Collectors;

import linkdoctor.facts.dns.DnsAnswer;

/** An answer in one line, as a person would write it down. */
final class Compact {
    private Compact() {
    }

    static String text(DnsAnswer answer) {
        String chain = answer.aliases().stream().map(alias -> alias.to() + " (TTL " + alias.ttl() + ")")
                .collect(Collectors.joining(" -> "));
        String addresses = answer.addresses().stream().map(found -> found.ip() + " (TTL " + found.ttl() + ")")
                .collect(Collectors.joining(", "));
        String end = !addresses.isEmpty() ? addresses : answer.rcode().equals("NOERROR") ? "no address" : "";
        String told = chain.isEmpty() || end.isEmpty() ? chain + end : chain + " -> " + end;
        return answer.rcode() + (told.isEmpty() ? "" : ": " + told) + (answer.overTcp() ? ", over TCP" : "") + ".";
    }
}
