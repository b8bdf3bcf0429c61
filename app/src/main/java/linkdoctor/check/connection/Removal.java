package linkdoctor.check.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The repairs that take connections and endpoints away. */
public final class Removal {
    private static final String CONNECTION_DELETE = "Microsoft.KeyVault/vaults/privateEndpointConnections/delete";
    private static final String ENDPOINT_DELETE = "Microsoft.Network/privateEndpoints/delete";
    private static final String RECORD = "When endpoints share a DNS zone, removing one can take away the record that another needs: "
            + "run the checklist again afterwards.";

    private static final Undo NEVER = new Undo.Never("What is deleted comes back only as a new endpoint, with another address.");

    private Removal() {
    }

    /** An endpoint that came to nothing, removed and made anew; by hand where its connection is not known. */
    public static Remedy andAnew(Snapshot facts, PrivateEndpoint endpoint) {
        return facts.connections().known().stream().flatMap(List::stream)
                .filter(one -> one.endpoint().filter(endpoint.id()::equals).isPresent()).findFirst()
                .map(connection -> andAnew(facts, connection)).orElseGet(() -> Remedy.byHand("Make endpoint " + endpoint.id().name() + " anew",
                        "Delete the endpoint and create it again in subnet " + endpoint.subnet().name() + " of " + endpoint.network().name()
                                + ", with a zone group."));
    }

    static Remedy of(Connection connection) {
        return new Remedy("Delete connection " + connection.id().name(), RECORD, CONNECTION_DELETE, List.of(delete(connection).that("Delete connection " + connection.id().name(),
                        Reading.presence(connection.id(), Api.KEY_VAULT), new Done.Gone(), NEVER)),
                List.of("Open the vault, Networking, Private endpoint connections; select " + connection.id().name() + " and Remove."));
    }

    static Remedy of(ResourceId endpoint) {
        return new Remedy("Delete endpoint " + endpoint.name(), RECORD, ENDPOINT_DELETE, List.of(delete(endpoint).that("Delete endpoint " + endpoint.name(),
                        Reading.presence(endpoint, Api.NETWORK), new Done.Gone(), NEVER)),
                List.of("Open endpoint " + endpoint.name() + " and Delete, once no client uses its address."), Remedy.Caution.LOCKS_OUT);
    }

    /** The connection and its endpoint removed and made anew: in its old place where that is known, else for this client. */
    static Remedy andAnew(Snapshot facts, Connection connection) {
        ResourceId vault = connection.id().parent();
        Optional<PrivateEndpoint> old = Connections.endpoint(facts, connection);
        Remedy fresh = NewEndpoint.forClient(facts);
        List<Step> steps = new ArrayList<>();
        old.ifPresent(endpoint -> steps.add(delete(endpoint.id()).that("Delete endpoint " + endpoint.id().name() + ", to be made anew",
                instance(endpoint), Done.lacks(endpoint.resourceGuid()), NEVER)));
        steps.add(delete(connection).that("Delete connection " + connection.id().name() + ", to be made anew", state(connection),
                broken(connection), NEVER));
        steps.addAll(old.map(endpoint -> NewEndpoint.again(endpoint, vault).stream().map(Step::kept).toList()).orElse(fresh.steps()));
        List<String> portal = new ArrayList<>();
        portal.add("Open the vault, Networking, Private endpoint connections; select " + connection.id().name() + " and Remove."
                + old.map(endpoint -> " Delete endpoint " + endpoint.id().name() + " as well.").orElse(""));
        portal.addAll(fresh.portal());
        return new Remedy("Replace " + connection.id().name() + " by a new endpoint",
                "The new endpoint gets another private address; records kept by hand must follow. " + RECORD,
                CONNECTION_DELETE + ", " + ENDPOINT_DELETE + ", " + NewEndpoint.NEEDS, steps, portal);
    }

    /** Its state tells a connection from one made anew under the same name. */
    private static Reading state(Connection connection) {
        return Reading.of(connection.id(), Api.KEY_VAULT, Field.at("properties.privateLinkServiceConnectionState.status"),
                Field.at("properties.provisioningState"));
    }

    /** Without its endpoint a connection is Disconnected, whatever it was. */
    private static Done broken(Connection connection) {
        return new Done.Lacks(Stream.of("Disconnected", connection.status(), connection.provisioningState())
                .filter(one -> !one.equalsIgnoreCase("Approved") && !one.equalsIgnoreCase("Succeeded") && !one.isEmpty()).distinct().toList());
    }

    /** Azure gives each endpoint an identifier of its own, also where the name is the same. */
    private static Reading instance(PrivateEndpoint endpoint) {
        return Reading.of(endpoint.id(), Api.NETWORK, Field.at("properties.resourceGuid"));
    }

    private static Step delete(Connection connection) {
        return Step.in(connection.id().subscription(),
                CommandLine.of("az", "network", "private-endpoint-connection", "delete", "--id", connection.id().text(), "--yes"),
                PowerShell.run("Remove-AzPrivateEndpointConnection").with("ResourceId", connection.id().text()).on("Force"));
    }

    static Step delete(ResourceId endpoint) {
        return Step.in(endpoint.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "delete", "-g", endpoint.resourceGroup(), "-n", endpoint.name()),
                PowerShell.run("Remove-AzPrivateEndpoint").with("Name", endpoint.name())
                        .with("ResourceGroupName", endpoint.resourceGroup()).on("Force"));
    }
}
