package linkdoctor.lab.edge.network;

import java.util.Optional;

import linkdoctor.lab.vault.Arrival;

/** What a connection meets at the end of its way. */
public sealed interface Route {

    /** ARM, sign-in and Graph, told apart by the name. */
    record ControlPlane(String host) implements Route {
    }

    /**
     * The front of the vault service.
     *
     * @param ownVault host name of the vault that the endpoint belongs to; empty at the public address
     */
    record Vaults(Arrival arrival, Optional<String> ownVault) implements Route {
    }

    /** The instance metadata service. */
    record Metadata() implements Route {
    }

    /** The corporate proxy. */
    record CorporateProxy() implements Route {
    }

    /** Nothing answers, ever. */
    record Silence() implements Route {
    }

    /** The connection is refused at once. */
    record Refused() implements Route {
    }

    /** There is no such name. */
    record NoSuchName(String name) implements Route {
    }
}
