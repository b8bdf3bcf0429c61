package linkdoctor.probe.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.probe.Host;
import linkdoctor.probe.Outside;

/** The machine that this program runs on, or the one that the lab pretends. */
public final class LocalHost implements Host {
    private final Outside outside;
    private final Supplier<Probed<List<Ip>>> resolvers;
    private final ProxyRules proxyRules;

    /** @param resolvers finds the operating system's DNS servers; that takes a DNS library, which this package has not */
    public LocalHost(Outside outside, Supplier<Probed<List<Ip>>> resolvers) {
        this.outside = outside;
        this.resolvers = resolvers;
        this.proxyRules = ProxyRules.of(outside);
    }

    @Override
    public Probed<Client> client() {
        return new Machine(outside).look();
    }

    @Override
    public Probed<HostsFile> hosts(Target target) {
        return new HostsText(outside).look(target);
    }

    @Override
    public Probed<List<Ip>> resolvers() {
        return resolvers.get();
    }

    @Override
    public Probed<Imds> imds() {
        return new MetadataService(outside.imds()).ask();
    }

    @Override
    public Probed<MachineIdentity> machineIdentity(Target target) {
        return new IdentityService(outside.environment(), outside.imds(), way(Outside.IMDS + IdentityService.TOKEN).address())
                .ask(target.cloud().vaultAudience());
    }

    @Override
    public Probed<List<ProxyRoute>> proxies(List<String> urls) {
        List<ProxyRoute> routes = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (String url : urls) {
            Instant at = Instant.now();
            ProxyRules.Way way = way(url);
            evidence.add(new Evidence("the way out for " + url, way.said(), at, Duration.between(at, Instant.now()), command()));
            if (way instanceof ProxyRules.Way.Unreadable) {
                return Probed.failed(Failure.of(Failure.Kind.GARBAGE, way.said()), evidence.toArray(Evidence[]::new));
            }
            routes.add(new ProxyRoute(url, way.address(), way.source()));
        }
        return Probed.seen(routes, evidence);
    }

    private ProxyRules.Way way(String url) {
        try {
            return proxyRules.way(new URI(url));
        } catch (URISyntaxException noUrl) {
            // The caller's own URL, from a cloud file perhaps: nobody sends requests there, by whatever way.
            return new ProxyRules.Way.Direct("none", "Direct: " + url + " is no URL.");
        }
    }

    private String command() {
        return outside.properties().getOrDefault("os.name", "").startsWith("Windows")
                ? "Get-ChildItem Env:*proxy*; netsh winhttp show proxy" : "env | grep -i _proxy";
    }
}
