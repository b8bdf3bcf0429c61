package linkdoctor.explain.kind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import linkdoctor.check.Links;
import linkdoctor.check.permission.BuiltInRole;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** The vault, or Azure Resource Manager, refuses what the caller may do. Whom the vault refuses so has passed its firewall. */
final class Rights {
    private static final String PATH_PROVEN = " The network path is fine: the vault looks at rights only after its firewall let the request in.";
    private static final Pattern DENY_ASSIGNMENT = Pattern.compile("denyassignmentid:\"?[0-9a-f/]");
    private static final Pattern NO_PERMISSION = Pattern.compile("doesnothave(?:secret|key|certificate|storage)s?[a-z,]{2,40}permission");
    /** A line broken within an escape leaves its letter. */
    private static final Pattern OPERATION = Pattern.compile("operationisnotallowed\\.[rn]{0,2}operation:");
    private static final Pattern ARM_ACTION = Pattern.compile("doesnothaveauthorizationtoperformaction\"?microsoft\\.keyvault/");

    private static final Pattern LOGGED_ADDRESS = Pattern.compile("isaddressauthorized(?:_b)?\"?[:=]?\"?true");
    private static final Pattern LOGGED_RIGHT = Pattern.compile("is(?:rbacauthorized|accesspolicymatch)(?:_b)?\"?[:=]?\"?false");

    static final List<Kind> KINDS = List.of(
            new Kind(reading -> reading.inner("ForbiddenByRbac") || reading.says("callerisnotauthorizedtoperformactiononresource"), Rights::role),
            new Kind(reading -> OPERATION.matcher(reading.text().lower()).find(), Rights::operation),
            new Kind(reading -> reading.inner("ForbiddenByPolicy") || reading.inner("AccessDenied") && reading.ofKeyVault() || byPolicy(reading), Rights::policy),
            new Kind(reading -> reading.ofKeyVault() && LOGGED_ADDRESS.matcher(reading.text().lower()).find() && LOGGED_RIGHT.matcher(reading.text().lower()).find(),
                    Rights::logged),
            new Kind(reading -> ARM_ACTION.matcher(reading.text().lower()).find(), Rights::management));

    private Rights() {
    }

    private static boolean byPolicy(Reading reading) {
        return reading.says("user,grouporapplication") && NO_PERMISSION.matcher(reading.text().lower()).find()
                || reading.says("callerwasnotfoundonanyaccesspolicy") || reading.ofKeyVault() && reading.says("accessdeniedtofirstpartyservice");
    }

    private static String refusal(Reading reading, String want) {
        return Sentence.theVault(reading) + " let the request of " + Sentence.caller(reading.caller()) + Sentence.from(reading)
                + " through its firewall and refused it for want of " + want + Sentence.forWhat(reading) + Sentence.inner(reading) + "."
                + PATH_PROVEN;
    }

    private static Explanation role(Reading reading) {
        String deny = DENY_ASSIGNMENT.matcher(reading.text().lower()).find() ? " A deny assignment forbids it, which no role overrules." : "";
        return Telling.of(reading, Layer.PERMISSION, "access.role-missing", refusal(reading, "a role") + deny, assign(reading));
    }

    /** With the scope known the command is whole; else a person completes it. */
    private static Remedy assign(Reading reading) {
        String role = reading.action().flatMap(BuiltInRole::least).orElse(BuiltInRole.SECRETS_USER).title();
        Optional<String> principal = reading.caller().objectId();
        String needs = "Microsoft.Authorization/roleAssignments/write";
        String vault = reading.vault().orElse("VAULT");
        List<String> portal = List.of("Open the vault, Access control (IAM), Add role assignment; choose " + role + " and the caller as member.",
                "Or run: az role assignment create --assignee " + principal.or(reading.caller()::appId).orElse("OBJECT-ID") + " --role "
                        + CommandLine.quote(role) + " --scope VAULT-ID, where az keyvault show -n " + vault + " --query id -o tsv prints VAULT-ID.",
                "A new assignment takes some minutes to arrive everywhere.");
        List<Step> steps = reading.vaultId().flatMap(id -> principal.map(oid -> assign(id, oid, role))).stream().toList();
        return new Remedy("Give " + Sentence.caller(reading.caller()) + " the role " + role + " on " + Sentence.vault(reading),
                "The role covers every object of its kind in the vault.", needs, steps, portal);
    }

    /** The text does not tell people from applications, so Azure is left to look it up. */
    private static Step assign(ResourceId vault, String principal, String role) {
        return Step.in(vault.subscription(),
                CommandLine.of("az", "role", "assignment", "create", "--assignee", principal, "--role", role, "--scope", vault.text()),
                PowerShell.run("New-AzRoleAssignment").with("ObjectId", principal).with("RoleDefinitionName", role).with("Scope", vault.text()));
    }

    private static Explanation operation(Reading reading) {
        return Telling.of(reading, Layer.PERMISSION, "The object itself does not allow this operation",
                Sentence.theVault(reading) + " let " + Sentence.caller(reading.caller()) + " in and refused the operation"
                        + reading.action().map(action -> " " + action).orElse("") + Sentence.inner(reading)
                        + ", because the key or certificate does not list it among its permitted operations." + PATH_PROVEN, Links.ERROR_CODES,
                Remedy.byHand("Permit the operation on the object", "Open the vault, Keys, the key and its current version, and look at "
                        + "Permitted operations.",
                        "A key that is out of its time or disabled is refused in the same way: look at its dates too."));
    }

    private static Explanation policy(Reading reading) {
        String said = refusal(reading, "an access policy");
        if (reading.says("on-behalf-of", "firstpartyservice")) {
            said += " The request came through a service on somebody's behalf: such a policy names the application and the user, or the "
                    + "service's own principal.";
        }
        return Telling.of(reading, Layer.PERMISSION, "access.policy-missing", said, setPolicy(reading));
    }

    private static Remedy setPolicy(Reading reading) {
        Optional<String> principal = reading.caller().objectId();
        Optional<String[]> wanted = reading.action().map(action -> action.split(" ")).filter(parts -> parts.length == 2);
        String kind = wanted.map(parts -> parts[0]).orElse("secrets");
        String permission = wanted.map(parts -> parts[1]).orElse("get");
        List<Step> steps = reading.vault().flatMap(vault -> principal.map(oid -> setPolicy(vault, oid, kind,
                permission.split(",")))).stream().toList();
        return new Remedy("Give " + Sentence.caller(reading.caller()) + " an access policy on " + Sentence.vault(reading) + " with the permission "
                + kind + " " + permission,
                "It replaces the permissions of this kind that the caller has: add those it must keep.",
                "Microsoft.KeyVault/vaults/accessPolicies/write or Microsoft.KeyVault/vaults/write", steps,
                List.of("Open the vault, Access policies, Create; choose the permission " + permission + " for " + kind + ", and the caller "
                        + "as principal.",
                        "When the vault asks roles since, a policy does nothing: look at Access configuration."));
    }

    private static Step setPolicy(String vault, String principal, String kind, String[] permissions) {
        String singular = kind.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        List<String> az = Stream.concat(Stream.of("az", "keyvault", "set-policy", "-n", vault, "--object-id", principal,
                "--" + singular + "-permissions"), Stream.of(permissions)).toList();
        return Step.of(new CommandLine(az), PowerShell.run("Set-AzKeyVaultAccessPolicy").with("VaultName", vault).with("ObjectId", principal)
                .with("PermissionsTo" + plural(singular), new PowerShell.Texts(List.of(permissions))));
    }

    private static String plural(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + (kind.equals("storage") ? "" : "s");
    }

    /** The log does not tell for certain which of the two models is in force. */
    private static Explanation logged(Reading reading) {
        return Telling.of(reading, Layer.PERMISSION, "The caller is not allowed to do this", "The log says that the address of the request "
                + "was let in and that the rights of "
                + Sentence.caller(reading.caller()) + " do not do" + Sentence.forWhat(reading) + "." + PATH_PROVEN, Links.RBAC,
                assign(reading), setPolicy(reading));
    }

    private static Explanation management(Reading reading) {
        return Telling.of(reading, Layer.PERMISSION, "access.role-missing", "The caller has no role that allows this in Azure Resource Manager",
                "Azure Resource Manager refused " + Sentence.caller(reading.caller()) + Sentence.forWhat(reading) + " on " + Sentence.vault(reading)
                        + ". This is about governing the vault, not about what is in it: neither the vault nor its firewall was asked.", Links.RBAC,
                Remedy.byHand("Give the caller a role that allows it", "Open the vault, Access control (IAM), Add role assignment; Reader "
                        + "shows the vault, "
                        + "Key Vault Contributor governs it, and neither opens a secret."));
    }
}
