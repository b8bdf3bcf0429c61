package linkdoctor.elsewhere;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.probe.host.PlatformMarker;
import linkdoctor.probe.host.ProxyRules;

/** The other machine itself: its addresses, hosts file, DNS servers, metadata and ways out. */
final class Machine {
    private static final CommandLine NONE = CommandLine.of();
    private static final int LAST_LINE = 100_000;
    private final ProbeOutput output;
    private final Voice voice;
    private final Target target;

    Machine(ProbeOutput output, Target target) {
        this.output = output;
        this.voice = new Voice(output);
        this.target = target;
    }

    Probed<Client> client() {
        Optional<Line> told = output.line("client");
        if (told.isEmpty()) {
            return voice.absent("the machine");
        }
        List<Ip> addresses = output.all("address").stream().flatMap(line -> Ip.parse(line.value(1).replaceFirst("/.*", "")).stream())
                .filter(ip -> !ip.loopback() && !ip.linkLocal()).distinct().toList();
        Client client = new Client(output.host(), told.get().value(1), addresses, PlatformMarker.in(environment()), Optional.of(output.at()));
        String listed = Words.list(output.all("address").stream().map(line -> line.value(1)).toList());
        return Probed.seen(client, voice.evidence("addresses of the machine", listed.isEmpty() ? "none" : listed, windows()
                ? CommandLine.of("ipconfig") : CommandLine.of("ip", "address")));
    }

    private boolean windows() {
        return output.line("client").filter(line -> line.value(1).contains("Windows")).isPresent();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        output.all("env").forEach(line -> environment.put(line.value(0), line.value(1)));
        return environment;
    }

    Probed<HostsFile> hosts() {
        Optional<Line> told = output.line("hosts");
        if (told.isEmpty()) {
            return voice.absent("the hosts file");
        }
        String path = told.get().value(0);
        CommandLine command = windows() ? CommandLine.of("Select-String", "-Path", path, "-Pattern", target.vault())
                : CommandLine.of("grep", "-n", "-i", "-F", target.vault(), path);
        if (told.get().value(1).equals("denied")) {
            return Probed.failed(Failure.of(Failure.Kind.DENIED, "The hosts file " + path + " of " + output.host() + " may not be read."),
                    voice.evidence("the vault's names in " + path, "access denied", command));
        }
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(List.of(target.hostname(), target.privateLinkName()));
        List<HostsFile.Entry> entries = output.all("hosts-line").stream().filter(line -> line.number(0) <= LAST_LINE)
                .flatMap(line -> HostsFile.parse(path, line.value(1), wanted::contains).entries().stream()
                        .map(entry -> new HostsFile.Entry(entry.ip(), entry.name(), (int) line.number(0)))).toList();
        String said = Words.list(entries.stream().map(entry -> "line " + entry.line() + ": " + entry.ip() + " " + entry.name()).toList());
        return Probed.seen(new HostsFile(path, entries), voice.evidence("the vault's names in " + path,
                said.isEmpty() ? "no line names the vault" : said, command));
    }

    Probed<List<Ip>> resolvers() {
        List<Ip> servers = output.all("resolver").stream().flatMap(line -> Ip.parse(line.value(1)).stream()).distinct().toList();
        String from = output.line("resolver").map(line -> line.value(0)).orElse("");
        Evidence evidence = voice.evidence("the DNS servers of the machine" + (from.isEmpty() ? "" : ", from " + from), servers.isEmpty() ? "none" : Words.list(servers),
                windows() ? CommandLine.of("Get-DnsClientServerAddress") : from.startsWith("/") ? CommandLine.of("cat", from) : CommandLine.of("resolvectl", "dns"));
        return !servers.isEmpty() ? Probed.seen(servers, evidence)
                : output.line("resolvers-none").isPresent()
                ? Probed.failed(Failure.of(Failure.Kind.NOT_FOUND, output.host() + " names no DNS server."), evidence) : voice.absent("the DNS servers of the machine");
    }

    Probed<Imds> imds() {
        CommandLine command = CommandLine.of("curl", "-s", "--noproxy", "*", "-m", "1", "-H", "Metadata: true",
                "http://169.254.169.254/metadata/instance?api-version=2021-02-01");
        Optional<Line> none = output.line("imds-none");
        if (none.isPresent()) {
            return Probed.failed(Failure.of(none.get().value(0).equals("timeout") ? Failure.Kind.TIMEOUT : Failure.Kind.UNREACHABLE,
                            "No instance metadata service answers on " + output.host() + ": it is no Azure virtual machine, or the service is blocked."),
                    voice.evidence("the instance metadata service", "no answer", command));
        }
        return output.line("imds").map(line -> {
            Imds imds = new Imds(ResourceId.parse(line.value(0)), line.value(1), line.value(2), output.all("nic").stream().map(Machine::nic).toList());
            return Probed.seen(imds, voice.evidence("the instance metadata service", imds.machine().map(ResourceId::name)
                    .orElse("a machine without resource id") + " in " + imds.location(), command));
        }).orElseGet(() -> voice.absent("the instance metadata", "curl"));
    }

    private static Imds.Nic nic(Line line) {
        return new Imds.Nic(line.value(0).replaceAll("[^0-9A-Fa-f]", ""),
                Arrays.stream(line.value(1).split(",")).flatMap(ip -> Ip.parse(ip).stream()).toList(),
                Arrays.stream(line.value(2).split(",")).filter(range -> range.contains("/")).flatMap(range -> Prefix.parse(range).stream()).toList());
    }

    /** The ways out, by the rules that hold for this machine's own. */
    Probed<List<ProxyRoute>> proxies() {
        if (output.line("client").isEmpty()) {
            return voice.absent("the proxy settings");
        }
        Optional<String> system = output.line("system-proxy").map(line -> line.value(0));
        ProxyRules rules = new ProxyRules(environment(), Map.of(), url -> system);
        List<ProxyRoute> routes = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (String url : List.of(target.healthUrl(), target.cloud().arm(), target.cloud().login())) {
            ProxyRules.Way way = way(rules, url);
            evidence.add(voice.evidence("the way out for " + url, way.said(), NONE));
            if (way instanceof ProxyRules.Way.Unreadable) {
                return Probed.failed(Failure.of(Failure.Kind.GARBAGE, way.said()), evidence.toArray(Evidence[]::new));
            }
            routes.add(new ProxyRoute(url, way.address(), way.source()));
        }
        return Probed.seen(routes, evidence);
    }

    private static ProxyRules.Way way(ProxyRules rules, String url) {
        try {
            return rules.way(new URI(url));
        } catch (URISyntaxException noUrl) {
            // From a session that somebody wrote: nobody sends requests there, by whatever way.
            return new ProxyRules.Way.Direct("none", "Direct: " + url + " is no URL.");
        }
    }

    Probed<List<Ip>> system() {
        return output.line("system").<Probed<List<Ip>>>map(line -> {
            String host = target.hostname();
            List<Ip> ips = Arrays.stream(line.value(2).split(",")).flatMap(ip -> Ip.parse(ip).stream()).distinct().toList();
            Evidence evidence = voice.evidence("the machine's own resolution of " + host, ips.isEmpty()
                            ? line.value(2).equals("timeout") ? "nothing in time" : "no address" : Words.list(ips), line.number(0), line.number(1),
                    windows() ? CommandLine.of("Resolve-DnsName", host) : CommandLine.of("getent", "ahosts", host));
            return !ips.isEmpty() ? Probed.seen(ips, evidence) : line.value(2).equals("timeout")
                    ? Probed.failed(Failure.of(Failure.Kind.TIMEOUT, output.host() + " did not resolve " + host + " within 3 s: its first DNS server does not answer."), evidence)
                    : Probed.failed(Failure.of(Failure.Kind.NOT_FOUND, output.host() + " cannot resolve " + host + "."), evidence);
        }).orElseGet(() -> voice.absent("the machine's own resolution", "getent", "system"));
    }
}
