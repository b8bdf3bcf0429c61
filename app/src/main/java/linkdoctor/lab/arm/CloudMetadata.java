package linkdoctor.lab.arm;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** ARM's description of its cloud, {@code /metadata/endpoints}: what {@code az cloud register} reads. */
final class CloudMetadata {
    private static final String PUBLIC = """
            {
              "name": "AzureCloud",
              "authentication": {
                "loginEndpoint": "https://login.microsoftonline.com/",
                "audiences": ["https://management.core.windows.net/", "https://management.azure.com/"],
                "tenant": "common",
                "identityProvider": "AAD"
              },
              "media": "https://rest.media.azure.net",
              "graph": "https://graph.windows.net/",
              "graphAudience": "https://graph.windows.net/",
              "microsoftGraphResourceId": "https://graph.microsoft.com/",
              "portal": "https://portal.azure.com",
              "gallery": "https://gallery.azure.com/",
              "batch": "https://batch.core.windows.net/",
              "sqlManagement": "https://management.core.windows.net:8443/",
              "vmImageAliasDoc": "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json",
              "resourceManager": "%s/",
              "activeDirectoryDataLake": "https://datalake.azure.net/",
              "logAnalyticsResourceId": "https://api.loganalytics.io",
              "appInsightsResourceId": "https://api.applicationinsights.io",
              "suffixes": {
                "acrLoginServer": "azurecr.io",
                "azureDatalakeStoreFileSystem": "azuredatalakestore.net",
                "azureDatalakeAnalyticsCatalogAndJob": "azuredatalakeanalytics.net",
                "keyVaultDns": "vault.azure.net",
                "mhsmDns": "managedhsm.azure.net",
                "sqlServerHostname": "database.windows.net",
                "mysqlServerEndpoint": "mysql.database.azure.com",
                "postgresqlServerEndpoint": "postgres.database.azure.com",
                "mariadbServerEndpoint": "mariadb.database.azure.com",
                "storage": "core.windows.net",
                "storageSyncEndpointSuffix": "afs.azure.net",
                "synapseAnalytics": "dev.azuresynapse.net",
                "attestationEndpoint": "attest.azure.net"
              }
            }""";

    private CloudMetadata() {
    }

    static Answer answer(Request request) {
        String cloud = PUBLIC.formatted("https://" + request.header("Host").orElse("management.azure.com"));
        String version = request.query("api-version").orElse("");
        // Until 2020 one cloud was described; since 2022-09-01 it is a list of clouds.
        return version.compareTo("2020") < 0 ? Answer.json(200, Json.object(cloud))
                : Answer.json(200, Json.array().add(Json.object(cloud)));
    }
}
