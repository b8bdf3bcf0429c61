package linkdoctor.probe;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.facts.azure.Principal;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.facts.monitor.Workspaces;
import linkdoctor.kql.AuditQuery;

/**
 * Azure as the signed-in identity sees it. Every call blocks, ends within its deadline (ARM 20 s, interruptible),
 * and never throws: trouble is a {@code Probed.Failed}.
 */
public interface Arm extends AutoCloseable {

    /** Signs in (once) and says as whom. {@code tenantHint} is the vault's tenant from its challenge, if known. */
    Probed<Identity> signIn(Optional<String> tenantHint);

    Probed<List<Subscription>> subscriptions();

    /** Looks for the vault, alive or soft-deleted, in these subscriptions at once. */
    Probed<VaultSearch> vault(Target target, List<Subscription> in);

    /** The vault's connections, as the search that found it just now told them, else asked for. */
    Probed<List<Connection>> connections(ResourceId vault);

    /** The vault's connections, asked for whatever an earlier search told. */
    Probed<List<Connection>> connectionsAnew(ResourceId vault);

    /** Every vault of a subscription. */
    Probed<List<Vault>> vaults(Subscription in);

    /** {@code privateLinkResources[].requiredZoneNames} of group {@code vault}. */
    Probed<List<String>> requiredZones(ResourceId vault);

    /** The endpoint with its network interfaces' addresses and zone groups. */
    Probed<PrivateEndpoint> endpoint(ResourceId endpoint);

    Probed<Listing<VirtualNetwork>> networks(List<Subscription> in);

    /** The subnet of this machine, by the MAC address of its network interface. */
    Probed<ResourceId> clientSubnet(Imds imds);

    /** Zones named like the required one and near misses, each with its links and the vault's A record. */
    Probed<Listing<PrivateZone>> zones(Target target, List<Subscription> in);

    Probed<AccessRights> rights(ResourceId vault, Identity caller);

    /** The rights of others than the caller, by their object ids. */
    Probed<List<Principal>> principals(ResourceId vault, List<String> objectIds);

    Probed<List<DiagnosticSetting>> diagnostics(ResourceId vault);

    /** The workspace that the user named, else those of the vault's subscription. */
    Probed<Workspaces> workspaces(ResourceId vault, Optional<ResourceId> chosen);

    /** What a workspace answers to a question about the vault's audit log; it must give the columns of {@link AuditQuery#COLUMNS}. */
    Probed<AuditTrail> auditTrail(ResourceId workspace, AuditQuery query);

    /** The service tags of a region with their addresses, as told to a subscription. */
    Probed<List<ServiceTag>> serviceTags(String subscription, String location);

    Probed<List<PolicyAssignment>> policies(ResourceId vault);

    Probed<List<Perimeter>> perimeter(ResourceId vault);

    /** One authenticated list of secret names at the vault (at most one name, no value). */
    Probed<DataPlaneRead> read(Target target);

    /** Forgets who signed in, with every token, and ends the connections. */
    @Override
    void close();
}
