package linkdoctor.check.access;

import java.util.List;

import org.junit.jupiter.api.Test;

import linkdoctor.check.Healthy;
import linkdoctor.check.access.RepairRights.Known;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the caller can make a repair is said where it was read, and nowhere else. */
class RepairRightsTest {
    private static final String VAULT = "Microsoft.KeyVault/vaults/write";
    private static final String ZONE = "Microsoft.Network/privateDnsZones/A/write";

    private static Snapshot allowed(List<String> actions, List<String> notActions) {
        return Healthy.snapshot().with("rights", Probed.seen(Healthy.rights(Probed.seen(List.of()),
                Probed.seen(List.of(new AccessRights.Permission(actions, notActions, List.of(), List.of()))))));
    }

    @Test
    void aRightAtTheVaultIsThereOrNot() {
        assertThat(RepairRights.of(allowed(List.of("Microsoft.KeyVault/*"), List.of()), VAULT)).isEqualTo(Known.HELD);
        assertThat(RepairRights.of(allowed(List.of("*"), List.of("microsoft.keyvault/vaults/write")), VAULT)).isEqualTo(Known.NOT_HELD);
        assertThat(RepairRights.of(allowed(List.of("*/read"), List.of()), VAULT)).isEqualTo(Known.NOT_HELD);
    }

    @Test
    void ofARightElsewhereNothingIsKnownEvenToAnOwner() {
        Snapshot owner = allowed(List.of("*"), List.of());
        assertThat(RepairRights.of(owner, ZONE)).isEqualTo(Known.UNKNOWN);
        assertThat(RepairRights.of(owner, VAULT + " and " + ZONE)).isEqualTo(Known.UNKNOWN);
        assertThat(RepairRights.of(allowed(List.of("*/read"), List.of()), VAULT + " and " + ZONE)).isEqualTo(Known.NOT_HELD);
    }

    @Test
    void oneOfTwoAlternativesIsEnough() {
        String either = "Microsoft.KeyVault/vaults/accessPolicies/write or " + VAULT;
        assertThat(RepairRights.of(allowed(List.of(VAULT), List.of()), either)).isEqualTo(Known.HELD);
        assertThat(RepairRights.of(allowed(List.of("*/read"), List.of()), either)).isEqualTo(Known.NOT_HELD);
    }

    @Test
    void whatCouldNotBeReadIsNotKnown() {
        Snapshot hidden = Healthy.snapshot().with("rights", Probed.failed(Failure.of(Failure.Kind.DENIED, "No.")));
        assertThat(RepairRights.of(hidden, VAULT)).isEqualTo(Known.UNKNOWN);
        assertThat(RepairRights.of(allowed(List.of("*"), List.of()), "the owner of the network")).isEqualTo(Known.UNKNOWN);
    }
}
