package linkdoctor.check.healthstatus;

import java.util.List;

import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** The proof: Key Vault's own word on the way a request took. */
public final class OverPrivateLink implements Check {
    private static final Finding PUBLIC = Finding.fail("healthstatus.public-source",
            "Key Vault sees the request come from the Internet",
            "The request left the private network, so the vault's firewall judges it, and a vault closed to the public refuses "
                    + "it. The usual reasons are a name that resolves to the public address, a connection that is not approved, "
                    + "and a proxy that sends the request on from its own address.", Links.DIAGNOSTICS);
    private static final Finding SERVICE_ENDPOINT = Finding.warn("healthstatus.service-endpoint",
            "The request travels over a service endpoint",
            "A service endpoint is not private link: the request goes to the vault's public address from a subnet that the "
                    + "vault's firewall must list, and a vault closed to the public refuses it. It happens where the subnet has "
                    + "the service endpoint Microsoft.KeyVault and the name resolves to the public address.", Links.NETWORK_SECURITY);

    @Override
    public String id() {
        return "healthstatus.over-private-link";
    }

    @Override
    public String title() {
        return "Key Vault sees the request come over private link";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PUBLIC, SERVICE_ENDPOINT);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.info(facts, (live, info) -> {
            String said = ByName.at(live) + "Key Vault saw the request " + ByName.seen(info);
            return switch (Arrival.of(facts, info, live.connected())) {
                case PRIVATE_LINK -> Outcome.pass(said + ".");
                case PRIVATE -> Outcome.pass(said + ", a private address.");
                case SERVICE_ENDPOINT -> Outcome.problem(SERVICE_ENDPOINT, said + ", over a service endpoint and not over private link.",
                        Remedy.byHand("Let " + live.host() + " resolve to the endpoint's address",
                                "The service endpoint needs no change: once the name resolves privately it is not used."));
                case PUBLIC -> Outcome.problem(PUBLIC, said + ", a public source; the request went to " + ByName.to(live) + ".",
                        Remedy.byHand("Bring the request onto the private way",
                                "See that a connection is approved and that the name resolves to the endpoint's address.",
                                "See that no proxy carries the vault's traffic."));
                case UNTOLD -> Outcome.unknown("Key Vault's header does not say where the request came from: "
                        + (info.raw().isBlank() ? "it is empty" : info.raw()) + ".", "");
            };
        });
    }
}
