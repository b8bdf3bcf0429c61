package linkdoctor.check.environment;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.Severity;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.remedy.Remedy;

/** A proxy resolves the name itself and sends the request on from where it stands. */
public final class NoProxy implements Check {
    private static final Finding PROXY = Finding.fail("environment.proxy",
            "A proxy is set on this machine",
            "A request for the vault that leaves through a proxy arrives from the proxy's address and takes the way the proxy "
                    + "knows, normally the public one, whatever this machine resolves. Usually the exceptions lack the vaults, or name "
                    + "them in a form that the client does not take.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "environment.no-proxy";
    }

    @Override
    public String title() {
        return "No proxy stands before the vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PROXY);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.proxies(), routes -> {
            if (routes.isEmpty()) {
                return Outcome.skipped("Which way requests leave this machine was not looked at.");
            }
            ProxyRoute vault = routes.getFirst();
            Optional<ProxyRoute> other = routes.stream().skip(1).filter(route -> route.proxy().isPresent()).findFirst();
            if (vault.proxy().isPresent()) {
                String said = "Requests for " + facts.target().hostname() + " leave through proxy " + vault.proxy().get()
                        + " (" + vault.source() + ")";
                boolean private_ = Arrival.byName(facts).filter(Arrival::overPrivateLink).isPresent();
                return (private_ ? Outcome.problem(PROXY.as(Severity.NOTE), said + ", and come over private link all the same.", bypass(facts))
                        : Outcome.problem(PROXY, said + ".", bypass(facts))).because(facts.byName());
            }
            boolean excepted = vault.source().equalsIgnoreCase("NO_PROXY") || vault.source().contains("nonProxyHosts");
            return other.isPresent() || excepted
                    ? Outcome.problem(PROXY.as(Severity.NOTE), other.map(route -> "Proxy " + route.proxy().orElseThrow() + " is set ("
                            + route.source() + ")").orElse("A proxy is set") + ", and requests for " + facts.target().hostname()
                            + " pass it by (" + vault.source() + ").", bypass(facts))
                    : Outcome.pass("Requests for " + facts.target().hostname() + " leave this machine without a proxy.");
        });
    }

    private static Remedy bypass(Snapshot facts) {
        String suffix = facts.target().cloud().vaultSuffix();
        return Remedy.byHand("Let requests for the vault pass the proxy by",
                "Add ." + suffix + ", with the leading dot, to NO_PROXY; where a client wants whole names, add "
                        + facts.target().hostname() + ".",
                "In Java, add *." + suffix + " to http.nonProxyHosts, which counts for https as well.",
                "In Windows, add *." + suffix + " to the proxy settings' exceptions.",
                "Restart the applications that were started with the old setting.");
    }
}
