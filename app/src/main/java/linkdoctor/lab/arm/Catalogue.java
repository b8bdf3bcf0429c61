package linkdoctor.lab.arm;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.lab.arm.authorization.AuthorizationTypes;
import linkdoctor.lab.arm.keyvault.KeyVaultTypes;
import linkdoctor.lab.arm.network.NetworkTypes;

/** Every resource type that the practice Azure knows. */
final class Catalogue {
    static final List<ResourceType> TYPES = Stream.of(KeyVaultTypes.all(), NetworkTypes.all(),
            AuthorizationTypes.all(), List.of(
                    new ResourceType("Microsoft.Compute/virtualMachines"),
                    new ResourceType("Microsoft.OperationalInsights/workspaces")))
            .flatMap(List::stream).toList();

    private Catalogue() {
    }

    /** An api-version that Azure has for the types of a namespace. */
    static String newestVersion(String namespace) {
        return switch (namespace) {
            case "Microsoft.KeyVault" -> "2026-02-01";
            case "Microsoft.Network" -> "2025-03-01";
            case "Microsoft.Compute" -> "2024-07-01";
            case "Microsoft.Authorization" -> "2022-04-01";
            case "Microsoft.Insights" -> "2021-05-01-preview";
            default -> "2023-09-01";
        };
    }
}
