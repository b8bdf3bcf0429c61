package linkdoctor.lab.entra;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** What sign-in libraries ask first: which hosts belong to which cloud, and where a tenant's endpoints are. */
final class Discovery {
    private record Instance(String network, String cache, List<String> aliases) {
    }

    private static final List<Instance> INSTANCES = List.of(
            new Instance("login.microsoftonline.com", "login.windows.net", List.of("login.microsoftonline.com",
                    "login.windows.net", "login.microsoft.com", "sts.windows.net")),
            new Instance("login.partner.microsoftonline.cn", "login.partner.microsoftonline.cn",
                    List.of("login.partner.microsoftonline.cn", "login.chinacloudapi.cn")),
            new Instance("login.microsoftonline.us", "login.microsoftonline.us",
                    List.of("login.microsoftonline.us", "login.usgovcloudapi.net")));

    private Discovery() {
    }

    static Answer instances(String host) {
        ObjectNode body = Json.object();
        body.put("tenant_discovery_endpoint",
                "https://" + host + "/common/v2.0/.well-known/openid-configuration");
        body.put("api-version", "1.1");
        ArrayNode metadata = body.putArray("metadata");
        for (Instance instance : INSTANCES) {
            ObjectNode entry = metadata.addObject().put("preferred_network", instance.network())
                    .put("preferred_cache", instance.cache());
            instance.aliases().forEach(entry.putArray("aliases")::add);
        }
        return Answer.json(200, body);
    }

    /** @param version empty for v1, {@code /v2.0} for v2 */
    static Answer openId(String host, String tenant, String version) {
        String base = "https://" + host + "/" + tenant;
        String issuerTenant = Directory.anyTenant(tenant) ? "{tenantid}" : tenant;
        ObjectNode body = Json.object();
        body.put("token_endpoint", base + "/oauth2" + version + "/token");
        body.putArray("token_endpoint_auth_methods_supported").add("client_secret_post").add("private_key_jwt")
                .add("client_secret_basic");
        body.put("jwks_uri", base + "/discovery" + version + "/keys");
        body.putArray("response_modes_supported").add("query").add("fragment").add("form_post");
        body.putArray("subject_types_supported").add("pairwise");
        body.putArray("id_token_signing_alg_values_supported").add("ES256");
        body.putArray("response_types_supported").add("code").add("id_token").add("code id_token");
        body.putArray("scopes_supported").add("openid").add("profile").add("email").add("offline_access");
        body.put("issuer", version.isEmpty() ? "https://sts.windows.net/" + issuerTenant + "/"
                : "https://" + host + "/" + issuerTenant + "/v2.0");
        body.put("authorization_endpoint", base + "/oauth2" + version + "/authorize");
        body.put("device_authorization_endpoint", base + "/oauth2" + version + "/devicecode");
        body.put("end_session_endpoint", base + "/oauth2" + version + "/logout");
        body.put("userinfo_endpoint", "https://graph.microsoft.com/oidc/userinfo");
        body.putNull("tenant_region_scope");
        body.put("cloud_instance_name", "microsoftonline.com");
        body.put("cloud_graph_host_name", "graph.windows.net");
        body.put("msgraph_host", "graph.microsoft.com");
        return Answer.json(200, body);
    }

    /** Whose password it is: always the tenant's own here, never another identity provider's. */
    static Answer userRealm(String login) {
        return Answer.json(200, Json.object().put("ver", "1.0").put("account_type", "Managed")
                .put("domain_name", login.substring(login.indexOf('@') + 1))
                .put("cloud_instance_name", "microsoftonline.com")
                .put("cloud_audience_urn", "urn:federation:MicrosoftOnline"));
    }
}
