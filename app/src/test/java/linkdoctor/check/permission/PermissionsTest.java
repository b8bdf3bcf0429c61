package linkdoctor.check.permission;

import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.AccessRights.DenyAssignment;
import linkdoctor.facts.azure.AccessRights.Group;
import linkdoctor.facts.azure.AccessRights.Permission;
import linkdoctor.facts.azure.AccessRights.RoleAssignment;
import linkdoctor.facts.azure.Principal;
import linkdoctor.facts.azure.Vault;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final String GROUP = "12121212-1212-4212-8212-121212121212";
    private static final String OTHER = "34343434-3434-4434-8434-343434343434";
    private static final Probed<List<Permission>> NO_SUM = Probed.notTried("Azure computes permissions for the caller alone.");
    private static final Probed<List<Group>> MEMBER = known(List.of(new Group(GROUP, "kv-readers")));
    private static final Probed<List<Group>> SHUT = failed(Failure.Kind.DENIED, "GroupMember.Read.All");

    @Test
    void aRoleIsNamedWithWhereItStandsAndThroughWhichGroup() {
        assertThat(secrets("get", roles(role(BuiltInRole.SECRETS_USER, Ids.CALLER, "/providers/Microsoft.Management/managementGroups/mg-1"),
                role(BuiltInRole.SECRETS_USER, GROUP, "/subscriptions/" + Ids.WORKLOAD + "/resourceGroups/rg-1"))).because())
                .isEqualTo("by Key Vault Secrets User on management group mg-1; Key Vault Secrets User on resource group rg-1, through group kv-readers");
        assertThat(secrets("set", roles(role(BuiltInRole.SECRETS_USER, Ids.CALLER, "/")))).isEqualTo(new Verdict.NotGiven(Optional.of(BuiltInRole.SECRETS_OFFICER)));
    }

    @Test
    void azuresOwnSumForTheCallerCountsMoreThanTheList() {
        Permission reading = new Permission(List.of(), List.of(), List.of("Microsoft.KeyVault/vaults/*"), List.of("Microsoft.KeyVault/vaults/keys/*"));
        AccessRights rights = new AccessRights(known(List.of()), known(List.of(reading)), known(List.of()), MEMBER);

        assertThat(secrets("get", rights)).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict(facts(rights), ObjectKind.KEYS, "get")).isInstanceOf(Verdict.NotGiven.class);
    }

    @Test
    void aRoleThatCannotBeReadLeavesItOpen() {
        RoleAssignment own = new RoleAssignment("id", Ids.CALLER, "User", "/providers/Microsoft.Authorization/roleDefinitions/own", "Fabrikam Operator",
                Ids.VAULT.text(), failed(Failure.Kind.DENIED, "roleDefinitions/read"));

        assertThat(secrets("get", roles(own)).because()).contains("what Fabrikam Operator on the vault allows could not be read");
        assertThat(secrets("get", new AccessRights(failed(Failure.Kind.DENIED, ""), NO_SUM, known(List.of()), MEMBER)))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aDenyAssignmentOverrulesARole() {
        assertThat(secrets("get", denied(MEMBER, true, List.of(), List.of()))).isInstanceOf(Verdict.Denied.class);
        assertThat(secrets("get", denied(MEMBER, false, List.of(GROUP), List.of()))).isInstanceOf(Verdict.Denied.class);
        assertThat(secrets("get", denied(MEMBER, true, List.of(), List.of(GROUP)))).isInstanceOf(Verdict.Allowed.class);
        assertThat(secrets("get", denied(MEMBER, false, List.of(OTHER), List.of()))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void whetherItIsMeantStaysOpenWhereGroupsCannotBeRead() {
        assertThat(secrets("get", denied(SHUT, false, List.of(OTHER), List.of())).because()).contains("may forbid it").contains("DENIED");
        assertThat(secrets("get", denied(SHUT, true, List.of(), List.of(OTHER)))).isInstanceOf(Verdict.Unknown.class);
        assertThat(secrets("get", denied(SHUT, true, List.of(), List.of()))).isInstanceOf(Verdict.Denied.class);
        assertThat(secrets("get", denied(SHUT, true, List.of(), List.of(Ids.CALLER)))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void accessPoliciesCountByThemselvesAndByGroups() {
        assertThat(verdict(policies(MEMBER, policy(Ids.CALLER, "all")), ObjectKind.SECRETS, "purge")).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict(policies(MEMBER, policy(GROUP, "get")), ObjectKind.SECRETS, "get").because()).isEqualTo("by an access policy on the vault, through group kv-readers");
        assertThat(verdict(policies(MEMBER, policy(OTHER, "get")), ObjectKind.SECRETS, "get")).isEqualTo(new Verdict.NotGiven(Optional.empty()));
        assertThat(verdict(policies(SHUT, policy(OTHER, "get")), ObjectKind.SECRETS, "get")).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict(policies(SHUT, policy(OTHER, "get")), ObjectKind.SECRETS, "set")).isEqualTo(new Verdict.NotGiven(Optional.empty()));
    }

    @Test
    void aPolicyForAnotherApplicationDoesNotCount() {
        Vault.AccessPolicy compound = new Vault.AccessPolicy(Ids.TENANT, Ids.CALLER, Optional.of(OTHER), List.of("get"), List.of(), List.of());
        PermissionTable table = Permissions.caller(policies(MEMBER, compound)).orElseThrow();

        assertThat(verdict(policies(MEMBER, compound), ObjectKind.SECRETS, "get")).isInstanceOf(Verdict.NotGiven.class);
        assertThat(table.remarks()).anySatisfy(remark -> assertThat(remark).contains("only together with application " + OTHER));
    }

    @Test
    void rightsInTheOtherModelAndRightsOverTheVaultItselfAreTraps() {
        Snapshot leftover = facts(roles()).with("vault", known(Healthy.search(vault(true, policy(Ids.CALLER, "get")))));
        assertThat(remarks(leftover)).anySatisfy(one -> assertThat(one).contains("get for secrets").contains("counts for nothing while roles are in force"));
        assertThat(remarks(policies(MEMBER))).anySatisfy(one -> assertThat(one).contains("Key Vault Secrets User").contains("while access policies are in force"));
        Permission everything = new Permission(List.of("*"), List.of(), List.of(), List.of());
        Snapshot owner = facts(roles(new RoleAssignment("id", Ids.CALLER, "User", "", "Owner", "/subscriptions/" + Ids.WORKLOAD, known(List.of(everything)))));
        assertThat(remarks(owner)).anySatisfy(one -> assertThat(one).contains("Owner").contains("opens nothing"))
                .anySatisfy(one -> assertThat(one).contains("give itself any right"));
    }

    @Test
    void whoMayNotGetSecretsIsToldTheRepairInTheModelInForce() {
        assertThat(Permissions.caller(facts(roles())).orElseThrow().remedies()).singleElement()
                .satisfies(remedy -> assertThat(remedy.bash().getFirst()).contains("role assignment create"));
        assertThat(Permissions.caller(policies(MEMBER)).orElseThrow().remedies()).singleElement()
                .satisfies(remedy -> assertThat(remedy.bash().getFirst()).contains("set-policy"));
        assertThat(Permissions.caller(snapshot()).orElseThrow().remedies()).isEmpty();
    }

    @Test
    void othersAreToldOfAfterTheCaller() {
        Principal other = new Principal(OTHER, known(new Principal.Entry("servicePrincipal", "shop")), roles(role(BuiltInRole.READER, OTHER, Ids.VAULT.text())));
        List<PermissionTable> tables = Permissions.of(snapshot().with("principals", known(List.of(other))));

        assertThat(tables).extracting(PermissionTable::who).containsExactly("engineer@fabrikam.example", "shop");
        assertThat(tables.getLast().rows()).filteredOn(row -> row.verdict() instanceof Verdict.Allowed).isNotEmpty()
                .allSatisfy(row -> assertThat(row.action().dataAction()).containsAnyOf("/read", "readMetadata"));
    }

    @Test
    void withoutASignInOrAVaultNothingIsClaimed() {
        assertThat(Permissions.of(snapshot().with("identity", Probed.notTried("Nobody.")))).isEmpty();
        assertThat(Permissions.of(snapshot().with("vault", failed(Failure.Kind.DENIED, "Reader")))).singleElement()
                .satisfies(table -> assertThat(table.rows()).isEmpty()).satisfies(table -> assertThat(table.model()).contains("could not be read"));
        assertThat(Permissions.of(snapshot().with("rights", failed(Failure.Kind.DENIED, "Reader")))).singleElement()
                .satisfies(table -> assertThat(table.rows()).isEmpty());
    }

    private static Verdict secrets(String word, AccessRights rights) {
        return verdict(facts(rights), ObjectKind.SECRETS, word);
    }

    private static Verdict verdict(Snapshot facts, ObjectKind kind, String word) {
        return Permissions.caller(facts).orElseThrow().rows().stream().filter(row -> row.action().kind() == kind && row.action().word().equals(word))
                .findFirst().orElseThrow().verdict();
    }

    private static List<String> remarks(Snapshot facts) {
        return Permissions.caller(facts).orElseThrow().remarks();
    }

    private static Snapshot facts(AccessRights rights) {
        return snapshot().with("rights", known(rights));
    }

    private static AccessRights roles(RoleAssignment... assignments) {
        return new AccessRights(known(List.of(assignments)), NO_SUM, known(List.of()), MEMBER);
    }

    private static RoleAssignment role(BuiltInRole role, String principal, String scope) {
        return new RoleAssignment("id", principal, "User", "/providers/Microsoft.Authorization/roleDefinitions/" + role.id(), "", scope,
                Probed.notTried("The session does not hold it."));
    }

    private static AccessRights denied(Probed<List<Group>> groups, boolean everyone, List<String> principals, List<String> excluded) {
        DenyAssignment denial = new DenyAssignment("id", "Stack", Ids.VAULT.text(), everyone, principals, excluded,
                List.of(new Permission(List.of(), List.of(), List.of("*"), List.of())));
        return new AccessRights(known(List.of(role(BuiltInRole.SECRETS_USER, Ids.CALLER, Ids.VAULT.text()))), NO_SUM, known(List.of(denial)), groups);
    }

    private static Snapshot policies(Probed<List<Group>> groups, Vault.AccessPolicy... policies) {
        return facts(new AccessRights(known(List.of(role(BuiltInRole.SECRETS_USER, Ids.CALLER, Ids.VAULT.text()))), NO_SUM, known(List.of()), groups))
                .with("vault", known(Healthy.search(vault(false, policies))));
    }

    private static Vault.AccessPolicy policy(String principal, String... secrets) {
        return new Vault.AccessPolicy(Ids.TENANT, principal, Optional.empty(), List.of(secrets), List.of(), List.of());
    }

    static Vault vault(boolean rbac, Vault.AccessPolicy... policies) {
        Vault vault = Healthy.vault();
        return new Vault(vault.id(), vault.name(), vault.location(), vault.tenant(), vault.vaultUri(), vault.publicNetworkAccess(), vault.rules(), rbac,
                List.of(policies), vault.provisioningState());
    }
}
