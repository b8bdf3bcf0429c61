package linkdoctor.elsewhere;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.remedy.PowerShell;

/**
 * What a machine is asked to look at, written as a script that only reads: for bash, and for Windows PowerShell.
 *
 * @param name      the vault's host name
 * @param linkName  its name in the private DNS zone
 * @param addresses the endpoint's addresses, to ask beside the name
 * @param servers   DNS servers to ask beside the machine's own and Azure's, as {@code ip} or {@code ip:port}
 */
public record ProbeScript(String name, String linkName, List<String> addresses, List<String> servers) {
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final int MOST_ADDRESSES = 3;
    private static final int MOST_SERVERS = 4;

    public ProbeScript {
        addresses = List.copyOf(addresses);
        servers = List.copyOf(servers);
    }

    /** Either a script, or why there is none. */
    public sealed interface Made {
    }

    /** A script. */
    public record Written(ProbeScript script) implements Made {
    }

    /** No machine can be asked; {@code said} is one sentence. */
    public record Refused(String said) implements Made {
    }

    /** The script for a vault of which nothing is known. */
    public static Made of(Target target) {
        return of(target, target.endpointIp().stream().toList(), List.of());
    }

    /** The script for a vault whose endpoints and networks may be known. */
    public static Made of(Snapshot facts) {
        Stream<Ip> ofEndpoints = facts.endpoints().values().stream().flatMap(one -> one.known().stream()).flatMap(one -> one.addresses().stream());
        Stream<DnsServer> ofNetworks = facts.networks().known().map(Listing::items).orElse(List.of()).stream()
                .flatMap(network -> network.dnsServers().stream()).map(ip -> new DnsServer(ip, 53, DnsServer.Role.NETWORK));
        Stream<DnsServer> named = facts.lookups().stream().map(lookup -> lookup.server())
                .filter(server -> server.role() == DnsServer.Role.EXTRA || server.role() == DnsServer.Role.NETWORK);
        return of(facts.target(), Stream.concat(facts.target().endpointIp().stream(), ofEndpoints).distinct().sorted().toList(),
                Stream.concat(named, ofNetworks).map(ProbeScript::at).distinct().toList());
    }

    /** Names that no host can have go into no script: no tool that is given one could be trusted with it. */
    private static Made of(Target target, List<Ip> addresses, List<String> servers) {
        return Stream.of(target.hostname(), target.privateLinkName()).allMatch(host -> HOST_NAME.matcher(host).matches())
                ? new Written(new ProbeScript(target.hostname(), target.privateLinkName(),
                        addresses.stream().limit(MOST_ADDRESSES).map(Ip::toString).toList(), servers.stream().limit(MOST_SERVERS).toList()))
                : new Refused("No machine can be asked for \"" + target.hostname() + "\", because no host can have that name.");
    }

    private static String at(DnsServer server) {
        return server.port() == 53 ? server.ip().toString()
                : (server.ip().v4() ? server.ip().toString() : "[" + server.ip() + "]") + ":" + server.port();
    }

    /** The script for bash. */
    public String bash() {
        return fill("probe.sh", CommandLine::quote);
    }

    /** The script for Windows PowerShell 5.1 and later, with the line ends of Windows. */
    public String powershell() {
        return fill("probe.ps1", PowerShell::quote).replace("\n", "\r\n");
    }

    private String fill(String template, Mustache.Escaper quote) {
        var stream = Optional.ofNullable(ProbeScript.class.getResourceAsStream(template))
                .orElseThrow(() -> new IllegalStateException("the program has no template " + template));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return Mustache.compiler().withEscaper(quote).compile(reader).execute(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
