package linkdoctor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.dns.DnsServers;
import linkdoctor.lab.dns.PublicView;
import linkdoctor.lab.dns.Resolver;
import linkdoctor.lab.edge.Gateway;
import linkdoctor.lab.edge.GatewayDialer;
import linkdoctor.lab.edge.Services;
import linkdoctor.lab.edge.wire.Authority;
import linkdoctor.lab.edge.wire.Port;
import linkdoctor.lab.scenario.Play;
import linkdoctor.probe.Outside;
import linkdoctor.probe.SystemBrowser;

/** A running practice Azure: its servers on loopback, and the outside world as its client machine would meet it. */
public final class Lab implements AutoCloseable {
    private final Optional<Scenario> scenario;
    private final Estate estate;
    private final World world;
    private final Path folder;
    private final DnsServers dns;
    private final Gateway gateway;
    private final Services services;
    private final Port signInPages;
    private final Optional<Port> metadata;
    private final Resolver resolver;

    private Lab(Estate estate, World world, Optional<Scenario> scenario) throws IOException {
        this.scenario = scenario;
        this.estate = estate;
        this.world = world;
        folder = Files.createTempDirectory("linkdoctor-lab");
        Authority authority = new Authority("Link Doctor practice authority");
        authority.writeTo(caFile());
        Files.writeString(hostsFile(), world.client().hosts());
        dns = DnsServers.start(estate, world);
        resolver = new Resolver(estate, world);
        services = new Services(estate, world);
        gateway = Gateway.start(estate, world, services, authority, resolver::resolve, name -> publicly(estate, world, name));
        signInPages = services.signInPages();
        metadata = world.client().subnet().isPresent() ? Optional.of(services.metadataPort()) : Optional.empty();
    }

    /** Starts the practice Azure of a case. */
    public static Lab start(Scenario scenario) throws IOException {
        Play play = scenario.play();
        return new Lab(play.estate(), play.world(), Optional.of(scenario));
    }

    /** Starts a practice Azure over an estate; what clients write changes that very estate. */
    public static Lab start(Estate estate, World world) throws IOException {
        return new Lab(estate, world, Optional.empty());
    }

    /** The case that is played; empty when the lab was started over an estate of one's own. */
    public Optional<Scenario> scenario() {
        return scenario;
    }

    public Estate estate() {
        return estate;
    }

    public World world() {
        return world;
    }

    /** The authority that signs for every server of the lab, as PEM. */
    public Path caFile() {
        return folder.resolve("practice-ca.pem");
    }

    /** The loopback CONNECT proxy through which any client reaches the practice Azure under Azure's real names. */
    public InetSocketAddress proxy() {
        return gateway.address();
    }

    /** Where each DNS server of the practice network listens on loopback. */
    public Map<Ip, InetSocketAddress> dns() {
        return dns.addresses();
    }

    /** The sign-in pages without TLS, for browsers that do not go through the proxy: no trailing slash. */
    public URI signInPages() {
        return http(signInPages.address());
    }

    /** The tokens, codes and cookies that were given out so far. */
    public Set<String> issued() {
        return services.issued();
    }

    /** An application that can sign in with its secret; it may read, and nothing else. */
    public Credentials credentials() {
        return credentials(HealthyEstate.APP);
    }

    /** An application that may also change what the subscriptions hold. */
    public Credentials owner() {
        return credentials(HealthyEstate.ADMIN_APP);
    }

    /** As the scenario has the account, if it has it. */
    private Credentials credentials(Account usual) {
        Account app = world.accounts().stream().filter(account -> account.appId().equals(usual.appId())).findFirst().orElse(usual);
        return new Credentials(app.tenant(), app.appId(), app.secret());
    }

    /** What a program needs to sign in by itself; the secret stays out of the text form. */
    public record Credentials(String tenant, String clientId, String secret) {
        @Override
        public String toString() {
            return clientId + " in " + tenant;
        }
    }

    /** The outside world as the client machine meets it. */
    public Outside outside() {
        return new Outside(world.client().environment(), Map.of(), Optional.of(hostsFile()),
                Optional.of(() -> world.client().addresses()), Optional.of(resolver::servers), dns::route,
                new GatewayDialer(proxy()), Optional.of(proxy()),
                metadata.map(port -> http(port.address())).orElseGet(Lab::closedPort),
                SystemBrowser.ofThisMachine().at(this::practicePage));
    }

    /** A browser outside the practice network would reach the real service under the real name. */
    private URI practicePage(URI page) {
        return URI.create(signInPages() + page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }

    private Path hostsFile() {
        return folder.resolve("hosts");
    }

    private static Optional<List<Ip>> publicly(Estate estate, World world, String name) {
        DnsAnswer answer = new PublicView(estate, world).answer(name);
        return Optional.of(answer.addresses().stream().map(DnsAnswer.Address::ip).toList()).filter(ips -> !ips.isEmpty());
    }

    private static URI http(InetSocketAddress address) {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Outside Azure there is no metadata service: a port that was just free refuses. */
    private static URI closedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return http((InetSocketAddress) free.getLocalSocketAddress());
        } catch (IOException noPort) {
            return URI.create("http://127.0.0.1:1");
        }
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        signInPages.close();
        if (metadata.isPresent()) {
            metadata.get().close();
        }
        dns.close();
        Files.deleteIfExists(caFile());
        Files.deleteIfExists(hostsFile());
        Files.deleteIfExists(folder);
    }
}
