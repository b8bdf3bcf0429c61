package linkdoctor.check.callers;

import java.util.Optional;

import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.outside.TrustedService;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.Connection;

/** The way by which a caller's requests come to the vault: that, and not who calls, is what its network gates look at. */
public sealed interface Way {

    /** Over a private endpoint; {@code connection} is empty where the vault's connections could not be read. */
    record Link(Optional<Connection> connection) implements Way {
    }

    /** From the public address or range, as its text. */
    record Address(String range) implements Way {
    }

    /** From a public address that no rule names. */
    record Elsewhere() implements Way {
    }

    /** From addresses of a service that change and are not known. */
    record Changing(OutsideCaller caller) implements Way {
    }

    /** From a subnet over its service endpoint. */
    record ServiceEndpoint(ResourceId subnet) implements Way {
    }

    /** As a service that Microsoft lists, for the use that it lists; empty for any of them. */
    record Trusted(Optional<TrustedService> service) implements Way {
    }

    /** Not seen; {@code why} is one sentence. */
    record Unseen(String why) implements Way {
    }
}
