package linkdoctor.check.healthstatus;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.remedy.Remedy;

/** The header names the endpoint that carried the request: it must be one that is meant for this client. */
public final class OverOwnEndpoint implements Check {
    private static final Finding OTHER = Finding.fail("healthstatus.other-endpoint",
            "The request travels over another private endpoint",
            "The way depends on an endpoint that this client should not use: it is not in force for this vault, or belongs to "
                    + "a network of others, and may go away without notice. Usually two endpoints share one zone, or a record "
                    + "or hosts entry holds the other one's address.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "healthstatus.over-own-endpoint";
    }

    @Override
    public String title() {
        return "The request travels over an endpoint meant for this client";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OTHER);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.info(facts, (live, info) -> info.privateEndpoint()
                .map(endpoint -> Given.the(facts.connections(), connections -> judge(facts, live, endpoint, connections)))
                .orElseGet(() -> Outcome.skipped("Key Vault's header names no private endpoint.")));
    }

    private static Outcome judge(Snapshot facts, LiveRequest live, ResourceId endpoint, List<Connection> connections) {
        Probed<List<PrivateEndpoint>> usable = Reach.of(facts).usable();
        List<ResourceId> meant = usable.known().orElse(List.of()).stream().map(PrivateEndpoint::id).toList();
        List<ResourceId> effective = connections.stream().filter(Connection::effective).flatMap(one -> one.endpoint().stream()).toList();
        if (effective.isEmpty()) {
            return Outcome.skipped("No connection of the vault is in force.");
        }
        boolean unread = Optional.ofNullable(facts.endpoints().get(endpoint)).flatMap(Probed::known).isEmpty();
        // What a proxy stands in front of is the proxy's endpoint to use.
        boolean mine = meant.contains(endpoint) || effective.contains(endpoint) && (unread || live.proxy().isPresent());
        Outcome outcome = mine
                ? Outcome.pass("The request travels over " + endpoint.name() + ", an endpoint in force for this vault.")
                : Outcome.problem(OTHER, "Key Vault saw the request come over private endpoint " + endpoint.name() + " in subscription "
                        + endpoint.subscription() + (effective.contains(endpoint) ? ", which stands in a network that this client is not "
                                + "connected to" : ", which no connection in force of this vault belongs to") + "; meant for this client is "
                        + Voice.listed((meant.isEmpty() ? effective : meant).stream().map(ResourceId::name).sorted().toList()) + ".",
                        Remedy.byHand("Let " + live.host() + " resolve to the endpoint meant for this client",
                                "See which zone, record, hosts entry or proxy leads to endpoint " + endpoint.name() + ".",
                                "Networks that have endpoints of their own need zones of their own."));
        return outcome.because(usable);
    }
}
