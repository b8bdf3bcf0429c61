package linkdoctor.check.access;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.MachineIdentity.Token;
import linkdoctor.remedy.Remedy;

/** An application on a machine in Azure asks the vault as the machine's managed identity, where there is one to give a token. */
public final class MachineIdentityGiven implements Check {
    private static final Finding NONE = Finding.note("access.identity-none",
            "This machine has no managed identity",
            "An application here cannot ask the vault as the machine: it takes an identity of another kind, or one to be assigned. A machine has none "
                    + "unless somebody switches it on.", Links.MANAGED_IDENTITY);
    private static final Finding CLOSED = Finding.note("access.identity-closed",
            "The managed identity gives no token to whoever asks for one like this",
            "The identity is there, and wants to be asked in another way: by its client id where several are assigned, or with a proof that only "
                    + "some accounts of the machine can give, as on servers of Azure Arc.", Links.MANAGED_IDENTITY);
    private static final Finding PROXY = Finding.note("access.identity-behind-proxy",
            "Requests for the managed identity's token would go to a proxy",
            "The instance metadata service answers on the machine alone, and refuses what comes through a proxy. Programs that heed HTTP_PROXY get no "
                    + "token then, and say that no managed identity was found.", Links.MANAGED_IDENTITY);

    @Override
    public String id() {
        return "access.machine-identity";
    }

    @Override
    public String title() {
        return "The machine's managed identity gets a token for the vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NONE, CLOSED, PROXY);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.machineIdentity(), identity -> switch (identity.state()) {
            case GIVEN -> given(identity);
            case NONE_ASSIGNED -> Outcome.problem(NONE, name(identity) + " answers that no identity is assigned: " + identity.said() + ".", assign());
            case SEVERAL -> Outcome.problem(CLOSED, name(identity) + " has several user-assigned identities: " + identity.said() + ".",
                    Remedy.byHand("Name the identity that is meant", "Give the credential in the application the client id of the identity; for the Azure CLI, "
                            + "az login --identity --client-id with that id."));
            case WANTS_PROOF -> Outcome.problem(CLOSED, name(identity) + " asks for " + identity.said() + ".",
                    Remedy.byHand("Let the application's account prove itself", "Make the account a member of the group himds (Linux) or Hybrid Agent Extension "
                            + "Applications (Windows), and start the application anew."));
            case REFUSED -> Outcome.unknown(name(identity) + " answers " + identity.said() + ", so whether there is an identity is not known.", "");
        });
    }

    private static Outcome given(MachineIdentity identity) {
        Token token = identity.token().orElseThrow();
        String said = name(identity) + " gives a token of object " + token.objectId() + " at tenant " + token.tenant() + " for " + token.audience() + ".";
        return identity.proxy().map(proxy -> Outcome.problem(PROXY, "The settings of this machine send requests for 169.254.169.254 to the proxy " + proxy
                + "; asked without it, " + said, Remedy.byHand("Leave 169.254.169.254 out of the proxy",
                "Add 169.254.169.254 to NO_PROXY, also where services and scheduled tasks get their environment from."))).orElseGet(() -> Outcome.pass(said));
    }

    private static String name(MachineIdentity identity) {
        return switch (identity.service()) {
            case INSTANCE_METADATA -> "The instance metadata service";
            case ARC -> "The agent of Azure Arc";
            case APP_SERVICE -> "The identity endpoint of this application";
        };
    }

    private static Remedy assign() {
        return Remedy.byHand("Give the machine a managed identity, where applications on it are to ask the vault",
                "Open the virtual machine, Identity, System assigned, and switch it on; or add a user-assigned one.",
                "Then give the identity a role or an access policy at the vault.");
    }
}
