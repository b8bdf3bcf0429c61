package linkdoctor.lab.vault;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Cloud;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.entra.TokenCheck;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/**
 * The vaults' data plane. A request is judged in the service's order: a token must be there at all (its absence is
 * the challenge that clients start with), then the network, then whether the token is good, then the permission.
 */
public final class VaultServer {
    private static final String ELSEWHERE_TENANT = "99999999-9999-4999-8999-999999999999";
    private final Vaults vaults;
    private final World world;
    private final TokenCheck tokens;
    private final Gate gate;
    private final Objects objects;

    public VaultServer(Estate estate, World world) {
        this.world = world;
        vaults = new Vaults(estate);
        tokens = new TokenCheck(estate, world);
        gate = new Gate(estate);
        objects = new Objects(new Permission(estate), new Secrets(estate));
    }

    /** @param host the vault's host name */
    public Answer answer(Request request, String host, Arrival arrival) {
        Optional<ObjectNode> vault = vaults.at(host);
        if (vault.isEmpty() && !world.publicNames().containsKey(host.split("\\.")[0])
                && !world.publicNames().containsKey(host)) {
            return Answer.empty(404);
        }
        String region = vault.map(found -> found.path("location").asText()).orElse("westeurope");
        return dressed(judged(request, host, arrival, vault), region, header(arrival));
    }

    /** What the service says when a scenario lets it fail. */
    public Answer trouble(int status, String detail, Arrival arrival) {
        Answer answer = switch (status) {
            case 429 -> Refusals.error(429, "Throttled", "Request was not processed because too many requests were "
                    + "received. Reason: VaultRequestTypeLimitReached");
            case 503 -> Refusals.error(503, "ServiceUnavailable", "The service is unavailable. Please try again later.");
            default -> Refusals.error(status, detail.isEmpty() || detail.matches("\\d+") ? "InternalServerError" : detail,
                    "The service is having trouble.");
        };
        return dressed(detail.matches("\\d+") ? answer.with("Retry-After", detail) : answer, "eastus", header(arrival));
    }

    private Answer judged(Request request, String host, Arrival arrival, Optional<ObjectNode> vault) {
        if (request.path().equalsIgnoreCase("/healthstatus")) {
            return Answer.text(200, "application/json; charset=utf-8", "true");
        }
        String audience = audience(host);
        String tenant = vault.map(found -> found.path("properties").path("tenantId").asText()).orElse(ELSEWHERE_TENANT);
        return switch (tokens.check(request, List.of(audience))) {
            case TokenCheck.Seen.Missing() ->
                    Refusals.unauthorized("AKV10000: Request is missing a Bearer or PoP token.", tenant, audience);
            case TokenCheck.Seen.Unreadable() ->
                    Refusals.unauthorized("AKV10001: The token could not be parsed.", tenant, audience);
            case TokenCheck.Seen.Expired(var account, var claims) -> vault.flatMap(found ->
                    gate.refuses(found, new Caller(account, claims), arrival)).orElseGet(() -> Refusals.unauthorized(
                    "[TokenExpired] Error validating token: 'S2S12086'.", tenant, audience));
            case TokenCheck.Seen.WrongAudience(var account, var claims) -> vault.flatMap(found ->
                    gate.refuses(found, new Caller(account, claims), arrival)).orElseGet(() -> Refusals.unauthorized(
                    "AKV10022: Invalid audience. Expected " + audience + ", found: " + claims.path("aud").asText() + ".",
                    tenant, audience));
            case TokenCheck.Seen.Valid(var account, var claims) -> {
                Optional<Answer> shut = vault.flatMap(found -> gate.refuses(found, new Caller(account, claims), arrival));
                yield shut.orElseGet(() -> vault.isEmpty() || !account.tenant().equalsIgnoreCase(tenant)
                        ? Refusals.unauthorized(wrongIssuer(tenant, claims), tenant, audience)
                        : objects.answer(request, host, vault.get(), new Caller(account, claims)));
            }
        };
    }

    private static String wrongIssuer(String tenant, JsonNode claims) {
        return "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/" + tenant + "/, found "
                + claims.path("iss").asText() + ".";
    }

    /** The vault's cloud decides the audience: {@code https://} and what follows the vault's name. */
    private static String audience(String host) {
        String suffix = host.substring(host.indexOf('.') + 1);
        return Cloud.KNOWN.stream().filter(cloud -> cloud.vaultSuffix().equalsIgnoreCase(suffix))
                .map(Cloud::vaultAudience).findFirst().orElse("https://" + suffix);
    }

    private Answer dressed(Answer answer, String region, String networkInfo) {
        Answer dressed = answer.with("Cache-Control", "no-cache").with("Pragma", "no-cache").with("Expires", "-1")
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("x-ms-keyvault-region", region).with("x-ms-keyvault-service-version", "1.9.3019.1")
                .with("x-ms-keyvault-network-info", networkInfo).with("X-Content-Type-Options", "nosniff")
                .with("Strict-Transport-Security", "max-age=31536000;includeSubDomains");
        return asked("no-header") ? answer.with("Server", "nginx") : dressed;
    }

    private String header(Arrival arrival) {
        return switch (arrival) {
            case Arrival.PrivateLink(var endpoint, var source) -> (asked("old-form") ? ""
                    : "conn_type=PrivateLink;private_endpoint=" + endpoint + ";")
                    + "addr=" + source + ";act_addr_fam=InterNetworkV6;";
            case Arrival.ServiceEndpoint(var subnet, var source) -> (asked("old-form") ? ""
                    : "conn_type=Subnet;subnet=" + subnet + ";") + "addr=" + source + ";act_addr_fam=InterNetworkV6;";
            case Arrival.Internet(var source) -> (asked("old-form") ? "" : "conn_type=Ipv4;")
                    + "addr=" + source + ";act_addr_fam=InterNetwork;";
        };
    }

    /** Two oddities that a scenario may ask for as faults of the vault. */
    private boolean asked(String oddity) {
        return world.faults().stream().anyMatch(fault -> fault.service().equals("vault") && fault.what().equals(oddity));
    }
}
