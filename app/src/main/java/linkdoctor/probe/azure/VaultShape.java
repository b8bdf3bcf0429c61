package linkdoctor.probe.azure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.azure.resourcemanager.keyvault.fluent.models.DeletedVaultInner;
import com.azure.resourcemanager.keyvault.fluent.models.PrivateEndpointConnectionInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.DeletedVaultProperties;
import com.azure.resourcemanager.keyvault.models.NetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.Permissions;
import com.azure.resourcemanager.keyvault.models.PrivateEndpoint;
import com.azure.resourcemanager.keyvault.models.PrivateLinkServiceConnectionState;
import com.azure.resourcemanager.keyvault.models.VaultProperties;

import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.Vault;

/** The vault as ARM writes it, as facts. What is absent stays absent. */
final class VaultShape {
    private VaultShape() {
    }

    static Vault of(VaultInner vault) {
        VaultProperties p = vault.properties() == null ? new VaultProperties() : vault.properties();
        return new Vault(ResourceId.of(Scopes.text(vault.id())), Scopes.text(vault.name()), Scopes.text(vault.location()),
                Scopes.text(p.tenantId()), Scopes.text(p.vaultUri()), given(p.publicNetworkAccess()),
                Optional.ofNullable(p.networkAcls()).map(VaultShape::rules),
                Boolean.TRUE.equals(p.enableRbacAuthorization()),
                Scopes.list(p.accessPolicies()).stream().map(VaultShape::policy).toList(),
                Scopes.text(p.provisioningState()));
    }

    /** The values that matter most, for the evidence. */
    static String told(VaultInner inner) {
        Vault vault = of(inner);
        return vault.name() + ": publicNetworkAccess " + vault.publicNetworkAccess().orElse("absent")
                + ", networkAcls " + vault.rules().map(r -> r.defaultAction() + ", bypass " + r.bypass()).orElse("absent")
                + ", " + (vault.rbac() ? "role assignments" : "access policies")
                + ", " + (connections(inner).isEmpty() ? "no private endpoint connection" : Words.list(connections(inner).stream()
                .map(one -> one.id().name() + " is " + one.status()).toList()));
    }

    static List<Connection> connections(VaultInner vault) {
        return vault.properties() == null ? List.of()
                : Scopes.list(vault.properties().privateEndpointConnections()).stream()
                .map(item -> connection(item.id(), item.privateEndpoint(), item.privateLinkServiceConnectionState(),
                        item.provisioningState())).toList();
    }

    static Connection connection(PrivateEndpointConnectionInner inner) {
        return connection(inner.id(), inner.privateEndpoint(), inner.privateLinkServiceConnectionState(),
                inner.provisioningState());
    }

    private static Connection connection(String id, PrivateEndpoint endpoint, PrivateLinkServiceConnectionState state,
                                         Object provisioning) {
        return new Connection(ResourceId.of(Scopes.text(id)),
                endpoint == null ? Optional.empty() : Scopes.id(endpoint.id()),
                state == null ? "" : Scopes.text(state.status()), Scopes.text(provisioning),
                state == null ? "" : Scopes.text(state.description()));
    }

    static DeletedVault deleted(DeletedVaultInner inner) {
        Optional<DeletedVaultProperties> p = Optional.ofNullable(inner.properties());
        return new DeletedVault(ResourceId.of(p.map(DeletedVaultProperties::vaultId).orElse(Scopes.text(inner.id()))),
                p.map(DeletedVaultProperties::location).orElse(""),
                p.map(DeletedVaultProperties::deletionDate).map(Object::toString).orElse(""),
                p.map(DeletedVaultProperties::scheduledPurgeDate).map(Object::toString).orElse(""),
                p.map(DeletedVaultProperties::purgeProtectionEnabled));
    }

    private static Vault.NetworkRules rules(NetworkRuleSet set) {
        return new Vault.NetworkRules(Scopes.text(set.defaultAction()), Scopes.text(set.bypass()),
                Scopes.list(set.ipRules()).stream().map(rule -> Scopes.text(rule.value())).toList(),
                Scopes.list(set.virtualNetworkRules()).stream().flatMap(rule -> Scopes.id(rule.id()).stream()).toList());
    }

    private static Vault.AccessPolicy policy(AccessPolicyEntry entry) {
        Permissions p = entry.permissions() == null ? new Permissions() : entry.permissions();
        return new Vault.AccessPolicy(Scopes.text(entry.tenantId()), Scopes.text(entry.objectId()),
                Optional.ofNullable(entry.applicationId()).map(UUID::toString),
                lower(p.secrets()), lower(p.keys()), lower(p.certificates()));
    }

    private static List<String> lower(List<?> permissions) {
        return permissions == null ? List.of()
                : Scopes.list(permissions).stream().map(p -> p.toString().toLowerCase(Locale.ROOT)).toList();
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }
}
