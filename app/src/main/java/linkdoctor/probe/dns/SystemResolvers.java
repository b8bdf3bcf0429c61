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
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.xbill.DNS.config.InitializationException;
import org.xbill.DNS.config.JndiContextResolverConfigProvider;
import org.xbill.DNS.config.ResolverConfigProvider;
import org.xbill.DNS.config.WindowsResolverConfigProvider;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.probe.Outside;

/**
 * The DNS servers that the operating system asks. Where systemd-resolved stands in front, the servers behind it are
 * the answer: its stub keeps answers, and every machine has the same one.
 */
public final class SystemResolvers implements Supplier<Probed<List<Ip>>> {
    private static final Ip SYSTEMD_STUB = Ip.of("127.0.0.53");

    private final Outside outside;
    private final Path file;
    private final Path behindStub;

    public SystemResolvers(Outside outside) {
        this(outside, Path.of("/etc/resolv.conf"), Path.of("/run/systemd/resolve/resolv.conf"));
    }

    SystemResolvers(Outside outside, Path file, Path behindStub) {
        this.outside = outside;
        this.file = file;
        this.behindStub = behindStub;
    }

    @Override
    public Probed<List<Ip>> get() {
        if (outside.resolvers().isPresent()) {
            List<Ip> pretended = outside.resolvers().get().get();
            return Probed.seen(pretended, evidence("the DNS servers of this machine", pretended.toString(), ""));
        }
        return outside.properties().getOrDefault("os.name", "").startsWith("Windows") ? fromWindows() : fromFile();
    }

    private Probed<List<Ip>> fromFile() {
        try {
            List<Ip> servers = nameServers(Files.readString(file, StandardCharsets.ISO_8859_1));
            Evidence first = read(file, servers);
            if (!servers.contains(SYSTEMD_STUB) || !Files.isReadable(behindStub)) {
                return servers.isEmpty() ? none(first) : Probed.seen(servers, first);
            }
            List<Ip> behind = nameServers(Files.readString(behindStub, StandardCharsets.ISO_8859_1));
            return Probed.seen(behind.isEmpty() ? servers : behind, first, read(behindStub, behind));
        } catch (IOException e) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED, file + " cannot be read, so the DNS servers of"
                    + " this machine are not known."), read(file, List.of()));
        }
    }

    /** The servers of a resolv.conf, in order. */
    static List<Ip> nameServers(String text) {
        List<Ip> servers = new ArrayList<>();
        for (String line : text.split("\\r?\\n")) {
            String[] words = line.replaceFirst("[#;].*", "").strip().split("\\s+");
            if (words.length > 1 && words[0].equals("nameserver")) {
                Ip.parse(words[1]).filter(ip -> !servers.contains(ip)).ifPresent(servers::add);
            }
        }
        return List.copyOf(servers);
    }

    /** The interfaces' own settings through the system's library, else what Java's directory service knows. */
    private Probed<List<Ip>> fromWindows() {
        List<Ip> servers = Stream.<Supplier<ResolverConfigProvider>>of(
                        WindowsResolverConfigProvider::new, JndiContextResolverConfigProvider::new)
                .map(SystemResolvers::servers).flatMap(Optional::stream).findFirst().orElse(List.of());
        Evidence evidence = evidence("the DNS servers of this machine's interfaces", servers.isEmpty() ? "none" : Words.list(servers),
                "Get-DnsClientServerAddress");
        return servers.isEmpty() ? none(evidence) : Probed.seen(servers, evidence);
    }

    private static Optional<List<Ip>> servers(Supplier<ResolverConfigProvider> source) {
        try {
            ResolverConfigProvider provider = source.get();
            if (!provider.isEnabled()) {
                return Optional.empty();
            }
            provider.initialize();
            List<Ip> servers = provider.servers().stream().map(InetSocketAddress::getAddress).map(Ip::new).distinct().toList();
            return servers.isEmpty() ? Optional.empty() : Optional.of(servers);
        } catch (InitializationException | LinkageError notHere) {
            // This source is not offered on this system: the next one may be.
            return Optional.empty();
        }
    }

    private static Probed<List<Ip>> none(Evidence evidence) {
        return Probed.failed(Failure.of(Failure.Kind.NOT_FOUND, "This machine names no DNS server."), evidence);
    }

    private static Evidence read(Path file, List<Ip> servers) {
        return evidence("nameserver lines of " + file, servers.isEmpty() ? "none" : Words.list(servers),
                CommandLine.of("cat", file.toString()).bash());
    }

    private static Evidence evidence(String asked, String answered, String command) {
        return new Evidence(asked, answered, Instant.now(), Duration.ZERO, command);
    }
}
