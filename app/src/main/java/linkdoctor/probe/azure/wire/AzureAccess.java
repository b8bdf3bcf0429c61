package linkdoctor.probe.azure.wire;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.Browser;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Outside;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.Trust;

/**
 * How Azure is reached, and in which tenant.
 *
 * @param cloud       the cloud
 * @param tenant      the tenant to sign in to; empty takes the hint given at sign-in, else any organisation
 * @param clientId    the application to sign in with, or the user-assigned managed identity; empty takes the usual one
 * @param trust       the authorities believed
 * @param proxy       the proxy for a URL; empty goes straight
 * @param environment environment variables
 * @param imds        base URL of the instance metadata service, never asked through a proxy
 * @param browser     where a person signs in
 * @param tell        told what the user must do to sign in
 * @param deadline    how long one fact may take
 * @param patience    how long a person may take to sign in
 * @param version     the program's version, for the user agent
 */
public record AzureAccess(Cloud cloud, Optional<String> tenant, Optional<String> clientId,
                          Trust trust, Function<URI, Optional<InetSocketAddress>> proxy,
                          Map<String, String> environment, URI imds, Browser browser, Consumer<SignInPrompt> tell,
                          Duration deadline, Duration patience, String version) {

    public AzureAccess {
        environment = Map.copyOf(environment);
    }

    /** The usual deadlines, with the edges of this machine as they are, or as the lab pretends. */
    public static AzureAccess of(Cloud cloud, Optional<String> tenant, Optional<String> clientId, Trust trust,
                                 Function<URI, Optional<InetSocketAddress>> proxy, Outside outside,
                                 Consumer<SignInPrompt> tell, Duration patience, String version) {
        return new AzureAccess(cloud, tenant, clientId, trust, proxy, outside.environment(), outside.imds(), outside.browser(),
                tell, Deadlines.ARM, patience, version);
    }

    /** The same access with other deadlines. */
    public AzureAccess within(Duration aFact, Duration aPerson) {
        return new AzureAccess(cloud, tenant, clientId, trust, proxy, environment, imds, browser, tell,
                aFact, aPerson, version);
    }

    /** The environment may hold secrets, so it is left out. */
    @Override
    public String toString() {
        return "AzureAccess[cloud=" + cloud.name() + ", tenant=" + tenant + "]";
    }
}
