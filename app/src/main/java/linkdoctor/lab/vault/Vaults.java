package linkdoctor.lab.vault;

import java.net.URI;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;

/** The estate's vaults by host name. */
public final class Vaults {
    private final Estate estate;

    public Vaults(Estate estate) {
        this.estate = estate;
    }

    /** The vault that lives under a host name; soft-deleted ones do not. */
    public Optional<ObjectNode> at(String host) {
        return estate.ofType("Microsoft.KeyVault/vaults").stream().filter(vault -> host(vault).equalsIgnoreCase(host))
                .findFirst();
    }

    /** The host name of a vault. */
    public Optional<String> host(ResourceId vault) {
        return estate.get(vault).map(Vaults::host);
    }

    private static String host(ObjectNode vault) {
        String uri = vault.path("properties").path("vaultUri").asText();
        return uri.isEmpty() ? vault.path("name").asText() + ".vault.azure.net" : URI.create(uri).getHost();
    }
}
