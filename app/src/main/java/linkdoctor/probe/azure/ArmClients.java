package linkdoctor.probe.azure;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.resourcemanager.keyvault.fluent.KeyVaultManagementClient;
import com.azure.resourcemanager.monitor.MonitorManager;
import com.azure.resourcemanager.monitor.fluent.MonitorClient;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.fluent.NetworkManagementClient;
import com.azure.resourcemanager.privatedns.PrivateDnsZoneManager;
import com.azure.resourcemanager.privatedns.fluent.PrivateDnsManagementClient;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.PolicyClient;
import com.azure.resourcemanager.resources.fluent.SubscriptionClient;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.Threads;

/** The SDK's clients over the one pipeline, made when first needed: each knows one subscription. */
final class ArmClients {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";
    private final HttpPipeline pipeline;
    private final AzureEnvironment environment;
    private final Map<String, KeyVaultManagementClient> vaults = new ConcurrentHashMap<>();
    private final Map<String, NetworkManagementClient> networks = new ConcurrentHashMap<>();
    private final Map<String, PrivateDnsManagementClient> zones = new ConcurrentHashMap<>();

    ArmClients(Cloud cloud, HttpPipeline pipeline) {
        this.pipeline = pipeline;
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put(AzureEnvironment.Endpoint.ACTIVE_DIRECTORY.identifier(), cloud.login() + "/");
        endpoints.put(AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(), cloud.arm() + "/");
        endpoints.put(AzureEnvironment.Endpoint.MANAGEMENT.identifier(), cloud.armAudience() + "/");
        endpoints.put(AzureEnvironment.Endpoint.KEYVAULT.identifier(), "." + cloud.vaultSuffix());
        this.environment = new AzureEnvironment(endpoints);
    }

    /** Loads the SDK's classes while the user is still signing in: the first client of a kind takes a while to make. */
    void warm() {
        Threads.start("azure-clients", () -> {
            networks(NONE);
            zones(NONE);
            vaults(NONE);
        });
    }

    KeyVaultManagementClient vaults(String subscription) {
        return vaults.computeIfAbsent(subscription, s -> KeyVaultManager.authenticate(pipeline, profile(s)).serviceClient());
    }

    NetworkManagementClient networks(String subscription) {
        return networks.computeIfAbsent(subscription, s -> NetworkManager.authenticate(pipeline, profile(s)).serviceClient());
    }

    PrivateDnsManagementClient zones(String subscription) {
        return zones.computeIfAbsent(subscription, s -> PrivateDnsZoneManager.authenticate(pipeline, profile(s)).serviceClient());
    }

    AuthorizationManagementClient authorization(String subscription) {
        return AuthorizationManager.authenticate(pipeline, profile(subscription)).roleServiceClient();
    }

    MonitorClient monitor(String subscription) {
        return MonitorManager.authenticate(pipeline, profile(subscription)).serviceClient();
    }

    SubscriptionClient subscriptions() {
        return resources(NONE).subscriptionClient();
    }

    PolicyClient policies(String subscription) {
        return resources(subscription).policyClient();
    }

    /** For the few answers that this version of the SDK has no model for. */
    HttpPipeline pipeline() {
        return pipeline;
    }

    private ResourceManager resources(String subscription) {
        return ResourceManager.authenticate(pipeline, profile(subscription)).withSubscription(subscription);
    }

    private AzureProfile profile(String subscription) {
        return new AzureProfile(null, subscription, environment);
    }
}
