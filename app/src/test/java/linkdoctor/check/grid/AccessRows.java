package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.role;
import static linkdoctor.check.Healthy.snapshot;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;
import linkdoctor.facts.monitor.Workspace;
import linkdoctor.facts.monitor.Workspaces;

/** The grid's rows of section 9: whether the vault lets the caller in. */
public final class AccessRows {
    private static final String OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
    private static final String CALLER = "\r\nCaller: appid=04b07795;oid=" + Ids.CALLER + ";iss=https://sts.windows.net/" + Ids.TENANT
            + "/\r\nVault: fabrikam;location=eastus";
    private static final VaultError RBAC = new VaultError("Forbidden", "ForbiddenByRbac", "Caller is not authorized to perform action on resource.\r\n"
            + "If role assignments, deny assignments or role definitions were changed recently, please observe propagation time." + CALLER
            + "\r\nAction: 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'\r\nAssignment: (not found)");
    private static final VaultError POLICY = new VaultError("Forbidden", "AccessDenied", "The user, group or application 'appid=x;oid=y;"
            + "iss=https://sts.windows.net/z/' does not have secrets list permission on key vault 'fabrikam;location=eastus'.");
    private static final VaultError BY_CONNECTION = new VaultError("Forbidden", "ForbiddenByConnection", "Public network access is disabled and request "
            + "is not from a trusted service nor via an approved private link." + CALLER);
    private static final VaultError BY_FIREWALL = new VaultError("Forbidden", "ForbiddenByFirewall", "Request was not allowed by NSP rules and the client "
            + "address is not authorized and caller was ignored because bypass is set to None\r\nClient address: 20.62.10.10" + CALLER);
    private static final VaultError ISSUER = new VaultError("Unauthorized", "", "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/"
            + OTHER_TENANT + "/, found https://sts.windows.net/" + Ids.TENANT + "/.");
    private static final AccessRights OWNER = rights(List.of(), "Owner");

    private AccessRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("access.signed-in", "the sign-in failed", snapshot().with("identity", failed(Failure.Kind.NOT_SIGNED_IN, "another account")))
                        .fails("access.token-failed").root("access.token-failed"),
                Row.of("access.signed-in", "no sign-in was wanted", snapshot().with("identity", Probed.notTried("--no-sign-in was given."))).unknown(),
                Row.of("access.signed-in", "the login server does not answer", snapshot().with("identity", failed(Failure.Kind.TIMEOUT, ""))).unknown(),
                Row.of("access.signed-in", "a token for Azure but none for the vault", snapshot().with("dataPlane", failed(Failure.Kind.NOT_SIGNED_IN, "")))
                        .fails("access.token-failed"),
                Row.of("access.signed-in", "the vault refuses the token", read(401, new VaultError("Unauthorized", "",
                        "[TokenExpired] Error validating token: 'S2S12086'."))).fails("access.token-failed").says("TokenExpired"),
                Row.of("access.allowed", "the vault refuses the token", read(401, new VaultError("Unauthorized", "", "AKV10022: Invalid audience."))).skipped(),

                Row.of("access.signed-in", "Conditional Access refuses, told by its number", snapshot().with("identity", Probed.failed(new Failure(
                        Failure.Kind.NOT_SIGNED_IN, "Conditional Access blocked this sign-in (AADSTS53003).", "another account"), Healthy.evidence("sign-in", "refused")))).fails("access.token-failed"),
                Row.of("access.signed-in", "a guest", snapshot().with("identity", known(guest()))).passes().says("a guest from tenant " + OTHER_TENANT),

                Row.of("access.machine-identity", "no identity is assigned", machine(MachineIdentity.State.NONE_ASSIGNED)).notes("access.identity-none").noRoot(),
                Row.of("access.machine-identity", "several are assigned", machine(MachineIdentity.State.SEVERAL)).notes("access.identity-closed"),
                Row.of("access.machine-identity", "Azure Arc wants a proof", machine(MachineIdentity.State.WANTS_PROOF)).notes("access.identity-closed"),
                Row.of("access.machine-identity", "a refusal of another kind", machine(MachineIdentity.State.REFUSED)).unknown(),
                Row.of("access.machine-identity", "the question would go to a proxy", snapshot().with("machineIdentity", known(Healthy.machineIdentity(
                        MachineIdentity.State.GIVEN, Optional.of("proxy.fabrikam.example:8080"))))).notes("access.identity-behind-proxy").says("proxy.fabrikam.example"),
                Row.of("access.machine-identity", "a machine outside Azure", snapshot().with("machineIdentity", Probed.notTried("No service answers."))).skipped(),

                Row.of("access.right-tenant", "the vault names the issuer it wants", read(401, ISSUER).with("challenge", challenge(OTHER_TENANT)))
                        .fails("access.wrong-tenant").says(OTHER_TENANT).root("access.wrong-tenant"),
                Row.of("access.signed-in", "a token of another tenant is told elsewhere", read(401, ISSUER)).passes(),
                Row.of("access.right-tenant", "Azure does not show a vault of another tenant", snapshot().with("challenge", challenge(OTHER_TENANT))
                        .with("vault", known(new VaultSearch(Optional.empty(), Optional.empty(), Listing.whole(Healthy.subscriptions()))))
                        .with("dataPlane", failed(Failure.Kind.TIMEOUT, ""))).fails("access.wrong-tenant").root("access.wrong-tenant"),
                Row.of("access.right-tenant", "another tenant, the vault in sight, and no word from it yet", snapshot().with("challenge", challenge(OTHER_TENANT))
                        .with("dataPlane", failed(Failure.Kind.TIMEOUT, ""))).unknown(),
                Row.of("access.right-tenant", "another tenant, and the vault accepts the token", snapshot().with("challenge", challenge(OTHER_TENANT))).passes(),
                Row.of("access.right-tenant", "nothing tells the vault's tenant", snapshot().with("challenge", failed(Failure.Kind.TIMEOUT, ""))
                        .with("vault", failed(Failure.Kind.DENIED, "Reader")).with("dataPlane", failed(Failure.Kind.TIMEOUT, ""))).unknown(),
                Row.of("access.right-tenant", "not signed in", snapshot().with("identity", Probed.notTried("--no-sign-in was given."))).skipped(),

                Row.of("access.let-through", "closed, and over no private link", read(403, BY_CONNECTION)).fails("access.connection-denied"),
                Row.of("access.let-through", "the newer wording, without an inner code", read(403, new VaultError("Forbidden", "", "Connection is not an approved "
                        + "private link and caller was ignored because bypass is not set to 'AzureServices' and PublicNetworkAccess is set to 'Disabled'.")))
                        .fails("access.connection-denied"),
                Row.of("access.let-through", "an address that no rule lets in, told of NSP rules", read(403, BY_FIREWALL)).fails("access.firewall-denied")
                        .says("20.62.10.10"),
                Row.of("access.let-through", "refused before anyone signs in", snapshot().with("dataPlane", failed(Failure.Kind.NOT_SIGNED_IN, "a sign-in"))
                        .with("challenge", known(new Challenge(403, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(BY_FIREWALL)))))
                        .fails("access.firewall-denied"),
                Row.of("access.let-through", "a missing role proves the path", read(403, RBAC)).passes().says("passed the firewall"),
                Row.of("access.let-through", "a missing object proves the path", read(404, new VaultError("SecretNotFound", "", "Secret not found"))).passes(),
                Row.of("access.let-through", "no sign-in, and the challenge came over private link", snapshot().with("dataPlane",
                        failed(Failure.Kind.NOT_SIGNED_IN, "a sign-in"))).passes(),
                Row.of("access.let-through", "the bare challenge proves nothing", publicOnly().with("dataPlane", failed(Failure.Kind.NOT_SIGNED_IN, "a sign-in")))
                        .unknown(),
                Row.of("access.let-through", "a server error proves nothing", publicOnly().with("dataPlane", answer(500, null))).unknown(),
                Row.of("access.allowed", "the firewall comes first", read(403, BY_FIREWALL)).skipped(),

                Row.of("access.allowed", "no role", read(403, RBAC).with("rights", known(OWNER))).fails("access.role-missing")
                        .says("readMetadata").root("access.role-missing"),
                Row.of("access.allowed", "a role that has not arrived yet", read(403, RBAC)).fails("access.role-missing").says("has not arrived yet"),
                Row.of("access.allowed", "no access policy", policies(read(403, POLICY))).fails("access.policy-missing").root("access.policy-missing"),
                Row.of("access.allowed", "no access policy, in words alone", policies(read(403, new VaultError("Forbidden", "", POLICY.message()))))
                        .fails("access.policy-missing"),
                Row.of("access.allowed", "a refusal of an unknown kind", read(403, new VaultError("Forbidden", "ForbiddenBySomething", "No."))).unknown(),
                Row.of("access.allowed", "no answer in time", snapshot().with("dataPlane", failed(Failure.Kind.TIMEOUT, ""))).unknown(),

                Row.of("access.model-matches", "an access policy where roles are asked", owned(read(403, RBAC), true, Ids.CALLER)).warns("access.model-mismatch"),
                Row.of("access.model-matches", "a group's access policy where roles are asked", owned(read(403, RBAC), true, "group-1").with("identity",
                        known(member("group-1")))).warns("access.model-mismatch"),
                Row.of("access.model-matches", "a leftover access policy beside a working role", owned(snapshot(), true, Ids.CALLER)).passes().noRoot(),
                Row.of("access.model-matches", "rights that cannot be read", owned(read(403, RBAC), true, Ids.CALLER).with("rights", known(Healthy.rights(
                        failed(Failure.Kind.DENIED, ""), failed(Failure.Kind.DENIED, ""))))).unknown(),
                Row.of("access.model-matches", "a company's own role may hold data actions", owned(read(403, RBAC), true, Ids.CALLER).with("rights",
                        known(Healthy.rights(known(List.of(role("Fabrikam Operator", "/subscriptions/" + Ids.WORKLOAD))), failed(Failure.Kind.DENIED, "")))))
                        .unknown(),
                Row.of("access.model-matches", "a data role where access policies are asked", policies(read(403, POLICY))).warns("access.model-mismatch"),
                Row.of("access.model-matches", "someone else's policy may be a group of the caller's", owned(snapshot().with("dataPlane",
                        failed(Failure.Kind.TIMEOUT, "")), false, "group-1").with("rights", known(Healthy.rights(Healthy.rights().assignments(),
                        Healthy.rights().permissions())))).unknown(),
                Row.of("access.model-matches", "someone else's policy is no group of the caller's", owned(snapshot().with("dataPlane",
                        failed(Failure.Kind.TIMEOUT, "")), false, "group-1")).warns("access.model-mismatch"),
                Row.of("access.model-matches", "a group's access policy, and the directory names the group", owned(snapshot().with("dataPlane",
                        failed(Failure.Kind.TIMEOUT, "")), false, "group-1").with("rights", known(grouped(Healthy.rights(), "group-1")))).passes(),
                Row.of("access.allowed", "a deny assignment", read(403, RBAC).with("rights", known(denied(Ids.CALLER)))).fails("access.deny-assignment")
                        .says("Stack fabrikam").root("access.deny-assignment"),
                Row.of("access.allowed", "a deny assignment that leaves the caller alone", read(403, RBAC).with("rights", known(denied(Ids.CALLER, Ids.CALLER))))
                        .fails("access.role-missing"),
                Row.of("access.allowed", "the refusal names a deny assignment that cannot be read", read(403, new VaultError("Forbidden", "ForbiddenByRbac",
                        RBAC.message() + "\r\nDenyAssignmentId: 'd0d0d0d0d0d04d0d8d0dd0d0d0d0d0d0'"))).fails("access.deny-assignment"),
                Row.of("access.model-matches", "neither model gives anything", policies(read(403, POLICY)).with("rights", known(OWNER))).passes(),

                Row.of("access.not-throttled", "too many requests", snapshot().with("dataPlane", known(new DataPlaneRead(429, Optional.of(new VaultError(
                        "Throttled", "", "Request was not processed because too many requests were received.")), Optional.empty(), Optional.of(7L)))))
                        .warns("access.throttled").says("7 seconds").noRoot(),
                Row.of("access.not-throttled", "the vault's limit", snapshot().with("dataPlane", answer(429, new VaultError("Throttled", "",
                        "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached"))))
                        .warns("access.throttled").says("the vault's own limit"),
                Row.of("access.not-throttled", "the subscription's limit", snapshot().with("dataPlane", answer(429, new VaultError("Throttled", "",
                        "Too many requests. Reason: SubscriptionRequestTypeLimitReached")))).warns("access.throttled").says("five times"),
                Row.of("access.not-throttled", "the wait did not fit", snapshot().with("dataPlane", failed(Failure.Kind.THROTTLED, ""))).warns("access.throttled"),
                Row.of("access.not-throttled", "not asked", snapshot().with("dataPlane", Probed.notTried("There is no token."))).skipped(),

                Row.of("access.audited", "no setting", snapshot().with("diagnostics", known(List.of()))).warns("access.audit-off").noRoot(),
                Row.of("access.audited", "no setting, and one workspace near", snapshot().with("diagnostics", known(List.of()))
                        .with("workspaces", known(new Workspaces(List.of(workspace("law-near", "East US"), workspace("law-far", "westeurope")), Optional.empty()))))
                        .warns("access.audit-off").noRoot(),
                Row.of("access.audited", "metrics alone", snapshot().with("diagnostics", known(List.of(new DiagnosticSetting("metrics", false, "")))))
                        .warns("access.audit-off").says("metrics"),
                Row.of("access.audited", "may not be read", snapshot().with("diagnostics", failed(Failure.Kind.DENIED, "Reader"))).unknown());
    }

    private static Workspace workspace(String name, String region) {
        return new Workspace(Ids.id(Ids.WORKLOAD, "rg-logs", "Microsoft.OperationalInsights/workspaces/" + name), region, "a1a1a1a1-0000-4000-8000-000000000001");
    }

    private static Snapshot read(int status, VaultError error) {
        return snapshot().with("dataPlane", answer(status, error));
    }

    private static Probed<DataPlaneRead> answer(int status, VaultError error) {
        return known(new DataPlaneRead(status, Optional.ofNullable(error), Optional.empty(), Optional.empty()));
    }

    private static Probed<Challenge> challenge(String tenant) {
        return known(new Challenge(401, Optional.of(tenant), Optional.of("https://vault.azure.net"), Optional.of(Healthy.linkInfo()), Optional.empty()));
    }

    /** Requests by name take the public way. */
    private static Snapshot publicOnly() {
        NetworkInfo info = Healthy.publicInfo(Healthy.EGRESS);
        return snapshot().with("byName", known(Healthy.live(Ip.of("52.168.109.101"), info)))
                .with("challenge", known(new Challenge(401, Optional.of(Ids.TENANT), Optional.empty(), Optional.of(info), Optional.empty())));
    }

    private static Snapshot policies(Snapshot facts) {
        return facts.with("vault", known(Healthy.search(model(false, List.of()))));
    }

    /** A caller with Owner alone, and one access policy. */
    private static Snapshot owned(Snapshot facts, boolean rbac, String principal) {
        Vault.AccessPolicy policy = new Vault.AccessPolicy(Ids.TENANT, principal, Optional.empty(), List.of("get", "list"), List.of(), List.of());
        return facts.with("vault", known(Healthy.search(model(rbac, List.of(policy))))).with("rights", known(rbac ? OWNER : Healthy.rights()));
    }

    private static Vault model(boolean rbac, List<Vault.AccessPolicy> policies) {
        Vault vault = Healthy.vault();
        return new Vault(vault.id(), vault.name(), vault.location(), vault.tenant(), vault.vaultUri(), vault.publicNetworkAccess(), vault.rules(),
                rbac, policies, vault.provisioningState());
    }

    private static AccessRights rights(List<String> dataActions, String... roles) {
        return Healthy.rights(known(java.util.Arrays.stream(roles).map(name -> role(name, "/subscriptions/" + Ids.WORKLOAD)).toList()),
                known(List.of(new AccessRights.Permission(List.of("*"), List.of(), dataActions, List.of()))));
    }

    private static AccessRights grouped(AccessRights rights, String group) {
        return new AccessRights(rights.assignments(), rights.permissions(), rights.denials(), known(List.of(new AccessRights.Group(group, "kv-readers"))));
    }

    /** A deny assignment of all that concerns secrets. */
    private static AccessRights denied(String principal, String... excluded) {
        AccessRights rights = Healthy.rights();
        return new AccessRights(rights.assignments(), rights.permissions(), known(List.of(new AccessRights.DenyAssignment("id", "Stack fabrikam",
                "/subscriptions/" + Ids.WORKLOAD, false, List.of(principal), List.of(excluded), List.of(new AccessRights.Permission(List.of(), List.of(),
                List.of("Microsoft.KeyVault/vaults/secrets/*"), List.of()))))), rights.groups());
    }

    private static Snapshot machine(MachineIdentity.State state) {
        return snapshot().with("machineIdentity", known(Healthy.machineIdentity(state, Optional.empty())));
    }

    private static Identity guest() {
        Identity me = Healthy.identity();
        return new Identity(me.method(), me.tenant(), me.objectId(), me.appId(), me.displayName(), me.kind(), me.groups(), Optional.of(OTHER_TENANT));
    }

    private static Identity member(String group) {
        Identity me = Healthy.identity();
        return new Identity(me.method(), me.tenant(), me.objectId(), me.appId(), me.displayName(), me.kind(), List.of(group), me.homeTenant());
    }
}
