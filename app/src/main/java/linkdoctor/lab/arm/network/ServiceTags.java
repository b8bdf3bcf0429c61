package linkdoctor.lab.arm.network;

import java.util.Optional;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Azure's service tags: the few that matter for a vault's firewall, with addresses for examples. */
final class ServiceTags extends ResourceType {
    ServiceTags() {
        super("Microsoft.Network/locations/serviceTags");
    }

    @Override
    public Optional<Answer> orphan(Call call) {
        return Optional.empty();
    }

    /** Those of the estate, where it has some of its own. */
    @Override
    public Answer list(Call call) {
        return call.estate().ofType(type()).stream().findFirst().map(own -> Answer.json(200, own)).orElseGet(() -> published(call));
    }

    private static Answer published(Call call) {
        return Answer.json(200, Json.object("""
                {"name": "Public", "id": "/subscriptions/%s/providers/Microsoft.Network/serviceTags/Public",
                 "type": "Microsoft.Network/serviceTags", "changeNumber": "63", "cloud": "Public",
                 "values": [
                  {"name": "AzureDevOps", "id": "AzureDevOps", "serviceTagChangeNumber": "4",
                   "properties": {"changeNumber": "4", "region": "", "state": "GA", "networkFeatures": ["API", "NSG"],
                    "systemService": "AzureDevOps",
                    "addressPrefixes": ["20.37.158.0/23", "20.37.194.0/25", "20.37.194.128/25", "20.37.194.16/28",
                      "2603:1030:408:2::/64", "13.107.6.0/24"]}},
                  {"name": "AzureKeyVault.EastUS", "id": "AzureKeyVault.EastUS", "serviceTagChangeNumber": "2",
                   "properties": {"changeNumber": "2", "region": "eastus", "state": "GA",
                    "networkFeatures": ["API", "NSG"], "systemService": "AzureKeyVault",
                    "addressPrefixes": ["52.168.109.101/32", "20.62.134.76/31"]}}]}"""
                .formatted(call.id().subscription())));
    }
}
