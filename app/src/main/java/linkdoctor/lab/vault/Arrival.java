package linkdoctor.lab.vault;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;

/** How a request reached the vault service, as the service sees it and says in {@code x-ms-keyvault-network-info}. */
public sealed interface Arrival {

    /** The address it came from, as the service sees it. */
    Ip source();

    /** Over a private endpoint. */
    record PrivateLink(ResourceId endpoint, Ip source) implements Arrival {
    }

    /** From a subnet with the service endpoint of Key Vault: the machine's own address shows. */
    record ServiceEndpoint(ResourceId subnet, Ip source) implements Arrival {
    }

    /** From the Internet. */
    record Internet(Ip source) implements Arrival {
    }
}
