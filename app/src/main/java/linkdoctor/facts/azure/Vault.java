package linkdoctor.facts.azure;

import linkdoctor.facts.ResourceId;

import java.util.List;
import java.util.Optional;

/**
 * The vault as ARM describes it. What ARM leaves out stays empty here: absent public access means enabled,
 * absent network rules mean open.
 *
 * @param publicNetworkAccess {@code Enabled}, {@code Disabled}, {@code SecuredByPerimeter} or empty
 * @param rbac                whether role assignments are in force (absent means access policies)
 */
public record Vault(ResourceId id, String name, String location, String tenant, String vaultUri,
                    Optional<String> publicNetworkAccess, Optional<NetworkRules> rules, boolean rbac,
                    List<AccessPolicy> accessPolicies, String provisioningState) {
    public Vault {
        accessPolicies = List.copyOf(accessPolicies);
    }

    /** The vault's own firewall. */
    public record NetworkRules(String defaultAction, String bypass, List<String> ipRules, List<ResourceId> subnets) {
        public NetworkRules {
            ipRules = List.copyOf(ipRules);
            subnets = List.copyOf(subnets);
        }
    }

    /** One principal's rights in the access policy model; permissions in lower case. */
    public record AccessPolicy(String tenant, String objectId, Optional<String> applicationId, List<String> secrets,
                               List<String> keys, List<String> certificates) {
        public AccessPolicy {
            secrets = List.copyOf(secrets);
            keys = List.copyOf(keys);
            certificates = List.copyOf(certificates);
        }
    }
}
