package linkdoctor.facts;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetParserTest {
    private static final String ID = "/subscriptions/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/resourceGroups/rg-fabrikam"
            + "/providers/Microsoft.KeyVault/vaults/fabrikam";

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam", "  Fabrikam ", "\"fabrikam\"", "'fabrikam'", "\u201cfabrikam\u201d", "fabrikam.vault.azure.net",
            "FABRIKAM.VAULT.AZURE.NET.", "https://fabrikam.vault.azure.net", "https://fabrikam.vault.azure.net/", "<https://fabrikam.vault.azure.net/>",
            "HTTPS://Fabrikam.vault.azure.net:443/secrets/greeting/0123?api-version=7.4", "fabrikam.privatelink.vaultcore.azure.net",
            "fabrikam.vaultcore.azure.net.", "fabrikam.vault.azure.net//"})
    void namesHostNamesAndUris(String given) {
        Target target = read(given);
        assertThat(target.vault()).isEqualTo("fabrikam");
        assertThat(target.cloud()).isEqualTo(Cloud.PUBLIC);
        assertThat(target.given()).isEqualTo(given);
        assertThat(target.resourceId()).isEmpty();
        assertThat(target.legalName()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fabrikam.vault.usgovcloudapi.net, usgov", "https://fabrikam.vault.azure.cn/, china",
            "fabrikam.privatelink.vaultcore.usgovcloudapi.net, usgov"})
    void theSuffixChoosesTheCloud(String given, String cloud) {
        assertThat(read(given).cloud().name()).isEqualTo(cloud);
        assertThat(read(given).vault()).isEqualTo("fabrikam");
    }

    @Test
    void resourceIdsInAnyCaseAndFromThePortal() {
        for (String given : new String[]{ID, ID.toUpperCase(java.util.Locale.ROOT), ID + "/", ID.substring(1), ID + "/secrets/greeting",
                "https://portal.azure.com/#@fabrikam.example/resource" + ID + "/overview"}) {
            Target target = read(given);
            assertThat(target.vault()).isEqualTo("fabrikam");
            assertThat(target.resourceId()).contains(ResourceId.of(ID));
            assertThat(target.subscription().orElseThrow()).isEqualToIgnoringCase("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "a", "a--b", "abc-", "ab_c", "fabrikam.example.com", "a23456789012345678901234x", "fa brikam"})
    void illegalNamesAreKeptForTheCheckToJudge(String given) {
        assertThat(read(given).vault()).isEqualTo(given);
        assertThat(read(given).legalName()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "''", "--output", "-x", "https://", ".",
            "/subscriptions/b/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/pe"})
    void whatIsNoTargetIsRefusedWithASentence(String given) {
        assertThat(TargetParser.parse(given, Optional.empty(), Cloud.KNOWN)).isInstanceOfSatisfying(TargetParser.Refused.class,
                refused -> assertThat(refused.said()).endsWith("."));
    }

    @Test
    void aCloudThatContradictsTheNameIsRefused() {
        assertThat(TargetParser.parse("fabrikam.vault.azure.cn", Optional.of(Cloud.USGOV), Cloud.KNOWN)).isEqualTo(
                new TargetParser.Refused("fabrikam.vault.azure.cn is a name in the cloud china, but the cloud asked for is usgov."));
        assertThat(TargetParser.parse("fabrikam", Optional.of(Cloud.USGOV), Cloud.KNOWN)).isInstanceOfSatisfying(TargetParser.Read.class,
                read -> assertThat(read.target().hostname()).isEqualTo("fabrikam.vault.usgovcloudapi.net"));
    }

    private static Target read(String given) {
        return ((TargetParser.Read) TargetParser.parse(given, Optional.empty(), Cloud.KNOWN)).target();
    }
}
