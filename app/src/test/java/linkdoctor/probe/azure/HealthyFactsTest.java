package linkdoctor.probe.azure;

import static linkdoctor.probe.azure.Practice.assertSeen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Imds;
import linkdoctor.lab.HealthyEstate;

/** Each fact of the healthy estate, read from the lab's ARM over real sockets. */
class HealthyFactsTest {
    private static Practice practice;
    private static AzureArm arm;

    @BeforeAll
    static void signIn() throws Exception {
        practice = new Practice();
        arm = practice.signedIn();
    }

    @AfterAll
    static void close() throws Exception {
        practice.close();
    }

    @Test
    void theIdentityIsTheApplication() {
        assertThat(assertSeen(arm.signIn(Optional.empty()))).satisfies(who -> {
            assertThat(who.method()).isEqualTo("environment");
            assertThat(who.tenant()).isEqualTo(HealthyEstate.TENANT);
            assertThat(who.objectId()).isEqualTo(HealthyEstate.APP.objectId());
            assertThat(who.kind()).isEqualTo("app");
        });
    }

    @Test
    void subscriptions() {
        assertThat(assertSeen(arm.subscriptions())).extracting(Subscription::name).containsExactlyInAnyOrder("hub", "workload", "sandbox");
    }

    @Test
    void theVaultByItsNameInAnyCase() {
        Probed<VaultSearch> search = arm.vault(new Target("FABRIKAM", "FABRIKAM", Practice.FABRIKAM.cloud(), Optional.empty(),
                Optional.empty(), Optional.empty()), Practice.ALL);
        Vault vault = assertSeen(search).vault().orElseThrow();
        assertThat(vault.id()).isEqualTo(HealthyEstate.VAULT);
        assertThat(vault.publicNetworkAccess()).contains("Disabled");
        assertThat(vault.rules()).hasValueSatisfying(rules -> assertThat(rules.defaultAction()).isEqualTo("Deny"));
        assertThat(vault.rbac()).isTrue();
        assertThat(search.evidence()).hasSize(3).allSatisfy(evidence -> {
            assertThat(evidence.asked()).startsWith("GET https://management.azure.com/subscriptions/").contains("api-version=2026-02-01");
            assertThat(evidence.answered()).startsWith("200");
            assertThat(evidence.tryYourself()).startsWith("az keyvault list --subscription ");
        });
    }

    @Test
    void connectionsComeWithTheVaultOnceAndAreAskedForAfterwards() {
        assertSeen(arm.vault(Practice.FABRIKAM, Practice.ALL));
        int before = practice.cloud.asked().size();
        List<Connection> first = assertSeen(arm.connections(HealthyEstate.VAULT));
        assertThat(practice.cloud.asked()).hasSize(before);
        List<Connection> again = assertSeen(arm.connections(HealthyEstate.VAULT));
        assertThat(practice.cloud.asked()).hasSizeGreaterThan(before);
        assertThat(first).hasSize(1).first().satisfies(c -> {
            assertThat(c.effective()).isTrue();
            assertThat(c.endpoint()).contains(HealthyEstate.ENDPOINT);
        });
        assertThat(again.getFirst().id()).isEqualTo(first.getFirst().id());
    }

    @Test
    void theVaultByItsResourceId() {
        Target target = new Target("", "fabrikam", Practice.FABRIKAM.cloud(), Optional.empty(), Optional.of(HealthyEstate.VAULT), Optional.empty());
        assertThat(assertSeen(arm.vault(target, List.of())).vault()).isPresent();
    }

    @Test
    void requiredZones() {
        assertThat(assertSeen(arm.requiredZones(HealthyEstate.VAULT))).contains("privatelink.vaultcore.azure.net");
    }

    @Test
    void theEndpointWithItsAddressAndZoneGroup() {
        PrivateEndpoint endpoint = assertSeen(arm.endpoint(HealthyEstate.ENDPOINT));
        assertThat(endpoint.subnet()).isEqualTo(HealthyEstate.SNET_ENDPOINTS);
        assertThat(endpoint.customDns()).isEmpty();
        assertThat(assertSeen(endpoint.nicAddresses())).containsExactly(Ip.of("10.1.1.5"));
        assertThat(assertSeen(endpoint.zoneGroups())).hasSize(1).first().satisfies(group -> {
            assertThat(group.zones().getFirst().zone()).contains(HealthyEstate.ZONE);
            assertThat(group.zones().getFirst().records().getFirst().addresses()).containsExactly(Ip.of("10.1.1.5"));
        });
    }

    @Test
    void networksWithPeeringsAndSubnets() {
        var listing = assertSeen(arm.networks(Practice.ALL));
        assertThat(listing.complete()).isTrue();
        VirtualNetwork app = listing.items().stream().filter(n -> n.id().equals(HealthyEstate.VNET_APP)).findFirst().orElseThrow();
        assertThat(app.prefixes()).hasToString("[10.1.0.0/16]");
        assertThat(app.subnets()).extracting(s -> s.id().name()).contains("snet-app", "snet-endpoints");
        assertThat(app.peerings()).hasSize(1).allMatch(VirtualNetwork.Peering::connected)
                .allSatisfy(p -> assertThat(p.remotePrefixes()).hasToString("[10.0.0.0/16]"));
    }

    @Test
    void theSubnetOfThisMachine() {
        Imds imds = new Imds(Optional.of(HealthyEstate.JUMP_BOX), "eastus", HealthyEstate.WORKLOAD,
                List.of(new Imds.Nic("000D3A123456", List.of(Ip.of("10.1.0.4")), List.of())));
        assertThat(assertSeen(arm.clientSubnet(imds))).isEqualTo(HealthyEstate.SNET_APP);
        Imds stranger = new Imds(Optional.empty(), "eastus", HealthyEstate.WORKLOAD, List.of(new Imds.Nic("000D3A999999", List.of(), List.of())));
        assertThat(arm.clientSubnet(stranger).trouble()).hasValueSatisfying(f -> assertThat(f.kind()).hasToString("NOT_FOUND"));
    }

    @Test
    void theZoneWithLinksAndRecord() {
        Probed<linkdoctor.facts.Listing<PrivateZone>> probed = arm.zones(Practice.FABRIKAM, Practice.ALL);
        assertThat(assertSeen(probed).items()).hasSize(1);
        PrivateZone zone = assertSeen(probed).items().getFirst();
        assertThat(zone.id()).isEqualTo(HealthyEstate.ZONE);
        assertThat(assertSeen(zone.links())).hasSize(2).allMatch(PrivateZone.Link::complete).noneMatch(PrivateZone.Link::registration)
                .extracting(PrivateZone.Link::network).containsExactlyInAnyOrder(HealthyEstate.VNET_APP, HealthyEstate.VNET_HUB);
        assertThat(assertSeen(zone.records())).hasSize(1).first().satisfies(set -> {
            assertThat(set.addresses()).containsExactly(Ip.of("10.1.1.5"));
            assertThat(set.ttl()).isEqualTo(10);
            assertThat(set.metadata()).containsKey("creator");
        });
        assertThat(probed.evidence()).hasSize(5);
    }

    @Test
    void rights() {
        AccessRights rights = assertSeen(arm.rights(HealthyEstate.VAULT, assertSeen(arm.signIn(Optional.empty()))));
        assertThat(assertSeen(rights.assignments())).extracting(AccessRights.RoleAssignment::roleName)
                .contains("Key Vault Secrets User", "Reader");
        assertThat(assertSeen(rights.permissions())).isNotEmpty();
    }

    @Test
    void surroundings() {
        assertThat(assertSeen(arm.diagnostics(HealthyEstate.VAULT))).hasSize(1).allSatisfy(s -> {
            assertThat(s.name()).isEqualTo("kv-audit");
            assertThat(s.audits()).isTrue();
        });
        assertThat(assertSeen(arm.policies(HealthyEstate.VAULT))).isEmpty();
        assertThat(assertSeen(arm.perimeter(HealthyEstate.VAULT))).isEmpty();
    }
}
