package linkdoctor.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.probe.Outside;

/** What the lab's client machine would resolve: its hosts file first, then its servers until one has an answer. */
final class PretendedSystem {
    private final Outside outside;
    private final Duration deadline;
    private final List<Evidence> evidence = new ArrayList<>();

    PretendedSystem(Outside outside, Duration deadline) {
        this.outside = outside;
        this.deadline = deadline;
    }

    Probed<List<Ip>> resolve(String hostname) {
        List<Ip> written = outside.hostsFile().map(file -> written(file, hostname)).orElse(List.of());
        if (!written.isEmpty()) {
            return Probed.seen(written, evidence);
        }
        List<Ip> servers = outside.resolvers().map(java.util.function.Supplier::get).orElse(List.of());
        Failure last = Failure.of(Failure.Kind.UNREACHABLE, "This machine has no DNS server to ask.");
        for (Ip server : servers) {
            Probed<DnsAnswer> told = ask(server, hostname, deadline.dividedBy(servers.size()));
            evidence.addAll(told.evidence());
            Optional<String> rcode = told.known().map(DnsAnswer::rcode);
            if (rcode.isPresent() && (rcode.get().equals("NOERROR") || rcode.get().equals("NXDOMAIN"))) {
                return known(told.known().get(), hostname);
            }
            last = told.trouble().orElseGet(() -> Failure.of(Failure.Kind.SERVER_ERROR,
                    server + " answers " + rcode.orElse("") + " for " + hostname + "."));
        }
        return Probed.failed(last, evidence.toArray(Evidence[]::new));
    }

    private Probed<List<Ip>> known(DnsAnswer answer, String hostname) {
        return !answer.addresses().isEmpty() ? Probed.seen(answer.ips(), evidence)
                : Probed.failed(OperatingSystem.noSuchName(hostname), evidence.toArray(Evidence[]::new));
    }

    private List<Ip> written(Path file, String hostname) {
        Instant at = Instant.now();
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<Ip> ips = HostsFile.parse(file.toString(), text, hostname::equalsIgnoreCase).entries().stream()
                    .map(HostsFile.Entry::ip).distinct().toList();
            if (!ips.isEmpty()) {
                note("hosts file for " + hostname, "written there: " + Words.list(ips), at);
            }
            return ips;
        } catch (IOException e) {
            // Resolution goes on without a hosts file, as every system's does.
            note("hosts file for " + hostname, "cannot be read", at);
            return List.of();
        }
    }

    private void note(String asked, String answered, Instant at) {
        evidence.add(new Evidence(asked, answered, at, Duration.between(at, Instant.now()), ""));
    }

    private Probed<DnsAnswer> ask(Ip server, String hostname, Duration deadline) {
        InetSocketAddress to = outside.dnsRoute().apply(new InetSocketAddress(server.address(), 53));
        String command = CommandLine.of("nslookup", hostname, server.toString()).bash();
        return new Attempt(to, server.toString(), hostname, command, deadline).ask();
    }
}
