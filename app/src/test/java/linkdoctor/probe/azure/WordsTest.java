package linkdoctor.probe.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.azure.signin.AadError;
import linkdoctor.probe.azure.wire.ErrorBody;

/** Names, numbers and files that need no server: Entra's errors, zone names, clouds, error bodies. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(ints = {50020, 50034, 50053, 50055, 50057, 50058, 50059, 50072, 50074, 50076, 50079, 50097, 50105, 50126, 50128, 50131,
            50132, 50133, 50140, 50144, 50158, 50173, 50196, 53000, 53001, 53002, 53003, 530003, 65001, 65004, 70016, 70043, 700016, 700024,
            700027, 7000112, 7000215, 7000218, 7000222, 70008, 700082, 70011, 75011, 90002, 90008, 90014, 90072, 90094, 90100, 500011, 50011,
            530032, 16000, 1001, 240006})
    void everyNumberHasItsOwnSentence(int number) {
        assertThat(AadError.sentence("error: AADSTS" + number + ": Some text. Trace ID: 1")).hasValueSatisfying(sentence -> {
            assertThat(sentence).startsWith(sentence.substring(0, 1).toUpperCase()).endsWith(" (AADSTS" + number + ").");
            assertThat(sentence).doesNotContain("look up the number", "Trace", "--", "run this again");
        });
    }

    @Test
    void anUnknownNumberSaysWhereToLook() {
        assertThat(AadError.sentence("AADSTS99999999: x")).hasValueSatisfying(s -> assertThat(s).contains("code=99999999"));
        assertThat(AadError.sentence("nothing of the kind")).isEmpty();
        assertThat(AadError.sentence(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privatelink.vaultcore.azure.net", "PRIVATELINK.VAULTCORE.AZURE.NET", "privatelink.vault.azure.net", "vaultcore.azure.net",
            "vault.azure.net", "privatelink.vaultcore.azure.com", "privatelink.vaultcore.azure.cn", "privatelink.vaultcore.usgovcloudapi.net",
            "privatelinkvaultcore.azure.net", "privatelink..vaultcore.azure.net", "privatlink.vaultcore.azure.net", "privatelink.vaultcore.azure.net.",
            "privatelink-vaultcore-azure-net", "fabrikam.privatelink.vaultcore.azure.net", "privatelink.valutcore.azure.net"})
    void nearMissesAreSeen(String name) {
        assertThat(ZoneNames.relevant(name, Cloud.PUBLIC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privatelink.blob.core.windows.net", "privatelink.azurecr.io", "corp.example", "privatelink.database.windows.net",
            "privatelink.managedhsm.azure.net", "privatelink.azurewebsites.net", ""})
    void otherZonesAreNot(String name) {
        assertThat(ZoneNames.relevant(name, Cloud.PUBLIC)).isFalse();
    }

    @Test
    void aCloudFromAListOfClouds() throws IOException {
        Cloud cloud = CloudFile.parse("""
                [{"portal":"https://portal.azure.com","authentication":{"loginEndpoint":"https://login.microsoftonline.com/",
                  "audiences":["https://management.core.windows.net/","https://management.azure.com/"],"tenant":"common","identityProvider":"AAD"},
                  "media":"https://rest.media.azure.net","resourceManager":"https://management.azure.com/",
                  "suffixes":{"keyVaultDns":"vault.azure.net","storage":"core.windows.net"},"name":"AzureCloud"},
                 {"name":"AzureChinaCloud"}]""");
        assertThat(cloud).isEqualTo(new Cloud("AzureCloud", Cloud.PUBLIC.vaultSuffix(), Cloud.PUBLIC.privateZone(), Cloud.PUBLIC.login(),
                Cloud.PUBLIC.arm(), Cloud.PUBLIC.armAudience()));
    }

    @Test
    void aCloudFromOneObject() throws IOException {
        Cloud cloud = CloudFile.parse("""
                {"galleryEndpoint":"https://g","graphEndpoint":"https://graph","portalEndpoint":"https://p",
                 "authentication":{"loginEndpoint":"https://login.partner.example","audiences":["https://management.partner.example/"]},
                 "suffixes":{"keyVaultDns":".vault.partner.example"}}""");
        assertThat(cloud.arm()).isEqualTo("https://management.partner.example");
        assertThat(cloud.name()).isEqualTo("management.partner.example");
        assertThat(cloud.vaultSuffix()).isEqualTo("vault.partner.example");
        assertThat(cloud.privateZone()).isEqualTo("privatelink.vaultcore.partner.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "3", "{}", "[{\"name\":\"x\"}]", "{\"authentication\":{\"loginEndpoint\":\"http://plain\"}}",
            "{\"authentication\":{\"loginEndpoint\":\"https://l\",\"audiences\":[\"https://a\"]}}",
            "{\"authentication\":{\"loginEndpoint\":\"https://l\",\"audiences\":[\"https://a\"]},\"suffixes\":{\"keyVaultDns\":\"a/b\"}}"})
    void aFileThatIsNoCloudSaysWhy(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cloud.json"), text);
        assertThatThrownBy(() -> CloudFile.read(file)).isInstanceOf(IOException.class).message().startsWith("The cloud file ")
                .endsWith(".").doesNotContain("null");
    }

    @Test
    void aCloudFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> CloudFile.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void errorBodiesLoseTheirTokens() {
        String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0abcdef.c2ln";
        ErrorBody body = ErrorBody.parse(("{\"error\":{\"code\":\"Unauthorized\",\"message\":\"token " + token
                + " is bad\\nsecond line\",\"innererror\":{\"code\":\"In\"}}}").getBytes(StandardCharsets.UTF_8));
        assertThat(body.message()).doesNotContain("eyJ");
        assertThat(body.brief()).isEqualTo("Unauthorized/In: token (token) is bad");
        assertThat(ErrorBody.parse("<html>".getBytes(StandardCharsets.UTF_8)).brief()).isEmpty();
    }
}
