package linkdoctor.lab.vault;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** The vault's refusals, in the service's own words and with its line ends. */
final class Refusals {
    private Refusals() {
    }

    static Answer unauthorized(String message, String tenant, String audience) {
        return error(401, "Unauthorized", message).with("WWW-Authenticate",
                "Bearer authorization=\"https://login.microsoftonline.com/" + tenant + "\", resource=\"" + audience + "\"");
    }

    /** Public access is off. */
    static Answer byConnection(JsonNode vault, Caller caller) {
        return forbidden("ForbiddenByConnection", "Public network access is disabled and request is not from a trusted "
                + "service nor via an approved private link.\r\nCaller: " + caller.text() + "\r\n" + place(vault));
    }

    /** The address is on none of the vault's lists. */
    static Answer byFirewall(JsonNode vault, Caller caller, Arrival arrival) {
        String bypass = vault.path("properties").path("networkAcls").path("bypass").asText("AzureServices");
        String trusted = bypass.equals("None") ? "caller was ignored because bypass is set to None"
                : "caller is not a trusted service";
        return forbidden("ForbiddenByFirewall", "Client address is not authorized and " + trusted + ".\r\n"
                + address(arrival) + "Caller: " + caller.text() + "\r\n" + place(vault));
    }

    /** A network security perimeter lets nobody else in. */
    static Answer byPerimeter(JsonNode vault, Caller caller, Arrival arrival) {
        return forbidden("ForbiddenByFirewall", "Request was not allowed by NSP rules and the client address is not "
                + "authorized and caller is not a trusted service.\r\n" + address(arrival) + "Caller: " + caller.text()
                + "\r\n" + place(vault));
    }

    /** @param denial the deny assignment that forbids it */
    static Answer byRbac(JsonNode vault, Caller caller, Operation operation, Optional<ObjectNode> denial) {
        return forbidden("ForbiddenByRbac", "Caller is not authorized to perform action on resource.\r\n"
                + "If role assignments, deny assignments or role definitions were changed recently, please observe "
                + "propagation time.\r\nCaller: " + caller.text() + "\r\nAction: '" + operation.dataAction()
                + "'\r\nResource: '" + resource(vault, operation) + "'\r\nAssignment: (not found)\r\n"
                + "DenyAssignmentId: " + denial.map(one -> "'" + one.path("name").asText().replace("-", "") + "'").orElse("null")
                + "\r\nDecisionReason: '" + (denial.isPresent() ? "DeniedByDenyAssignment" : "DeniedWithNoValidRBAC") + "' \r\n" + place(vault) + "\r\n");
    }

    static Answer byPolicy(JsonNode vault, Caller caller, Operation operation) {
        return forbidden("AccessDenied", "The user, group or application '" + caller.text() + "' does not have "
                + operation.kind() + " " + operation.permission() + " permission on key vault '"
                + vault.path("name").asText() + ";location=" + vault.path("location").asText()
                + "'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287");
    }

    static Answer error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(status, body);
    }

    static Answer error(int status, String code, String message, String innerCode) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        error.putObject("innererror").put("code", innerCode);
        return Answer.json(status, body);
    }

    private static Answer forbidden(String innerCode, String message) {
        return error(403, "Forbidden", message, innerCode);
    }

    private static String address(Arrival arrival) {
        return "Client address: " + arrival.source() + switch (arrival) {
            case Arrival.ServiceEndpoint(var subnet, var source) -> " from unknown subnet";
            case Arrival.PrivateLink(var endpoint, var source) -> "";
            case Arrival.Internet(var source) -> "";
        } + "\r\n";
    }

    private static String place(JsonNode vault) {
        return "Vault: " + vault.path("name").asText() + ";location=" + vault.path("location").asText();
    }

    /** The service writes these ids in lower case, the names as they are. */
    private static String resource(JsonNode vault, Operation operation) {
        return vault.path("id").asText().replace("/resourceGroups/", "/resourcegroups/")
                .replace("Microsoft.KeyVault", "Microsoft.KeyVault".toLowerCase(Locale.ROOT)) + operation.below();
    }
}
