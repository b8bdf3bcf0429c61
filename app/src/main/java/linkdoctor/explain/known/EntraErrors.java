package linkdoctor.explain.known;

import java.util.List;
import java.util.Set;

/** Entra ID's error numbers by what stands in the way, for whatever application met them. */
public final class EntraErrors {
    /**
     * One obstacle.
     *
     * @param said what stands in the way, after "because"
     * @param todo imperatives
     */
    public record Obstacle(String said, Set<String> numbers, String... todo) {
    }

    private static final String LOG = "The tenant's administrator finds the policy by name in Entra ID, Sign-in logs, Conditional Access.";
    public static final Obstacle POLICY = new Obstacle("a Conditional Access policy blocks this way of signing in",
            Set.of("53000", "53001", "53002", "53003", "53004", "53009", "530003", "530032", "530033", "530034", "50097", "50131", "50005"),
            "Sign in by the browser on a managed device; a device code proves no device, and many policies block it.", LOG);
    private static final List<Obstacle> ALL = List.of(POLICY,
            new Obstacle("multi-factor authentication is asked for and cannot be given this way", Set.of("50072", "50074", "50076", "50079",
                    "50158", "500121"),
                    "Sign in again in a browser and complete the proof; for the Azure CLI, az login with the tenant and scope that the "
                    + "message names.",
                    "A program that runs alone cannot do this: give it a managed identity or an application of its own."),
            new Obstacle("the account is not known in the tenant", Set.of("50020", "50034", "90072", "51004", "50177", "50178"),
                    "Sign in at the account's own tenant or with an account of the vault's tenant, or have the account invited as a guest.",
                    "Name the tenant: az login --tenant with the id of the vault's tenant."),
            new Obstacle("the tenant is not told, or there is no such tenant in this cloud", Set.of("50059", "50128", "90002", "900021", "900023"),
                    "Name the tenant by its id, and check that the cloud is the right one."),
            new Obstacle("the application's secret or certificate is wrong, expired or missing",
                    Set.of("7000215", "7000222", "7000218", "700024", "700027", "700023", "700030", "7000229"),
                    "Make a new secret at the application's registration and use its value, not its id; or use a managed identity, which has none."),
            new Obstacle("the federated credential does not match the token of the workload", Set.of("70021", "700213", "700211", "700212",
                    "700238", "7002138"),
                    "Compare issuer, subject and audience of the application's federated credential with those of the workload's token."),
            new Obstacle("the application is not known, not enabled or not consented to in the tenant",
                    Set.of("700016", "7000112", "65001", "65004", "90094", "90008", "50105", "650052", "650056", "500014"),
                    "Check that client id and tenant belong together; have an administrator consent, enable the application, or assign the "
                    + "account to it."),
            new Obstacle("the sign-in has expired or was revoked", Set.of("70043", "70008", "700082", "700084", "50173", "50132", "50133",
                    "50058", "50078"),
                    "Sign in again; for the Azure CLI, run az login."),
            new Obstacle("the account cannot sign in: its password is wrong or expired, or it is locked or disabled", Set.of("50053",
                    "50055", "50056", "50057", "50126", "50144"),
                    "Have the account unlocked, enabled or its password set, then sign in again."),
            new Obstacle("the redirect address is not registered at the application", Set.of("50011"),
                    "Add http://localhost under Mobile and desktop applications at the registration, or use a device code."),
            new Obstacle("the service that a token is wanted for is not known there", Set.of("500011", "70011", "650057", "28002", "1002012"),
                    "Ask for a token of https://vault.azure.net, or the same service's name in another cloud, and check the tenant."),
            new Obstacle("the device code was not entered in time or was declined", Set.of("70016", "70018", "70020", "70019"),
                    "Start again and enter the new code within 15 minutes."));

    public static final Obstacle OTHER = new Obstacle("Entra ID refused it", Set.of(), "Look up the number at "
            + "https://login.microsoftonline.com/error.", LOG);

    private EntraErrors() {
    }

    public static Obstacle of(String number) {
        return ALL.stream().filter(one -> one.numbers().contains(number)).findFirst().orElse(OTHER);
    }
}
