package linkdoctor.check.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInRoleTest {

    /** The program's table and the practice Azure's documents say the same. */
    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void isAsTheServiceDescribesIt(BuiltInRole role) {
        JsonNode document = Roles.named(role.title()).orElseThrow();
        List<String> given = StreamSupport.stream(document.path("properties").path("permissions").path(0).path("dataActions").spliterator(), false)
                .map(JsonNode::asText).toList();

        assertThat(document.path("name").asText()).isEqualTo(role.id());
        assertThat(given).containsExactlyInAnyOrderElementsOf(role.permission().dataActions());
    }

    @ParameterizedTest
    @CsvSource({"secrets/readMetadata/action,Key Vault Reader", "secrets/getSecret/action,Key Vault Secrets User", "secrets/setSecret/action,Key Vault Secrets Officer",
            "keys/wrap/action,Key Vault Crypto Service Encryption User", "keys/sign/action,Key Vault Crypto User", "keys/rotate/action,Key Vault Crypto Officer",
            "keys/release/action,Key Vault Crypto Service Release User", "certificates/read,Key Vault Reader", "certificates/import/action,Key Vault Certificates Officer",
            "certificatecontacts/write,Key Vault Certificates Officer", "nothing/of/this,Key Vault Administrator"})
    void theLeastOneIsNamed(String action, String role) {
        assertThat(BuiltInRole.least("Microsoft.KeyVault/vaults/" + action)).get().extracting(BuiltInRole::title).isEqualTo(role);
    }

    @Test
    void noneOpensWhatIsNoVaults() {
        assertThat(BuiltInRole.least("Microsoft.Storage/storageAccounts/read")).isEmpty();
    }
}
