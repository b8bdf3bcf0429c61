package linkdoctor.check.permission;

import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.azure.Vault;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final String APPLICATION = "56565656-5656-4656-8656-565656565656";

    @Test
    void eachPolicyBecomesTheLeastRolesThatGiveAllOfIt() {
        assertThat(entry(policy(List.of("get", "list"), List.of(), List.of())).roles()).containsExactly(BuiltInRole.SECRETS_USER);
        assertThat(entry(policy(List.of("list"), List.of("get", "list"), List.of("list"))).roles()).containsExactly(BuiltInRole.READER);
        assertThat(entry(policy(List.of("all"), List.of("wrapkey", "unwrapkey", "get"), List.of())).roles())
                .containsExactly(BuiltInRole.SECRETS_OFFICER, BuiltInRole.ENCRYPTION_USER);
        assertThat(entry(policy(List.of(), List.of("setrotationpolicy", "create"), List.of("import", "setissuers"))).roles())
                .containsExactly(BuiltInRole.CRYPTO_OFFICER, BuiltInRole.CERTIFICATES_OFFICER);
        assertThat(entry(policy(List.of(), List.of("encrypt", "release"), List.of())).roles()).containsExactly(BuiltInRole.CRYPTO_OFFICER);
        assertThat(entry(policy(List.of(), List.of(), List.of())).becomes()).isEqualTo("no role");
    }

    @Test
    void whatIsWonAndLostIsSaid() {
        Migration.Entry entry = entry(new Vault.AccessPolicy(Ids.TENANT, Ids.CALLER, Optional.of(APPLICATION), List.of("get", "dance"), List.of(), List.of()));

        assertThat(entry.more()).containsExactly("list for secrets");
        assertThat(entry.lost()).containsExactly("dance for secrets", "that it counts with application " + APPLICATION + " alone");
    }

    @Test
    void theRolesComeBeforeTheSwitch() {
        List<String> commands = migration(policy(List.of("get"), List.of(), List.of())).steps().stream().flatMap(step -> step.commands().stream()).toList();

        assertThat(commands).hasSize(5);
        assertThat(commands.get(0)).startsWith("az role assignment create").contains("'Key Vault Secrets User'", Ids.VAULT.text());
        assertThat(commands.get(1)).isEqualTo("linkdoctor check fabrikam --principal " + Ids.CALLER);
        assertThat(commands.get(2)).contains("--enable-rbac-authorization true");
        assertThat(commands.get(3)).contains("--enable-rbac-authorization false");
        assertThat(commands.get(4)).startsWith("az keyvault delete-policy");
        assertThat(commands).filteredOn(command -> command.startsWith("az")).allSatisfy(command -> assertThat(command).contains("--subscription " + Ids.WORKLOAD));
    }

    @Test
    void whereRolesAreInForceThereIsNothingToDo() {
        assertThat(Migration.of(snapshot())).isEmpty();
        assertThat(Migration.of(snapshot().with("vault", known(Healthy.search(PermissionsTest.vault(false)))))).isEmpty();
    }

    private static Migration.Entry entry(Vault.AccessPolicy policy) {
        return migration(policy).entries().getFirst();
    }

    private static Migration migration(Vault.AccessPolicy policy) {
        return Migration.of(snapshot().with("vault", known(Healthy.search(PermissionsTest.vault(false, policy))))).orElseThrow();
    }

    private static Vault.AccessPolicy policy(List<String> secrets, List<String> keys, List<String> certificates) {
        return new Vault.AccessPolicy(Ids.TENANT, Ids.CALLER, Optional.empty(), secrets, keys, certificates);
    }
}
