package linkdoctor.lab.entra;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/**
 * An error of the sign-in service, in its own words.
 *
 * @param status  HTTP status at the token endpoint
 * @param error   OAuth's error, such as {@code invalid_client}
 * @param code    the number after AADSTS
 * @param message what follows the code, without trace and time
 */
record EntraError(int status, String error, int code, String message) {

    static EntraError unknownTenant(String tenant) {
        return new EntraError(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found. Check to make sure you "
                + "have the correct tenant ID and are signing into the correct cloud. Check with your subscription "
                + "administrator, this may happen if there are no active subscriptions for the tenant.");
    }

    static EntraError unknownApp(String clientId, String tenant) {
        return new EntraError(400, "unauthorized_client", 700016, "Application with identifier '" + clientId
                + "' was not found in the directory '" + tenant + "'. This can happen if the application has not been "
                + "installed by the administrator of the tenant or consented to by any user in the tenant. You may "
                + "have sent your authentication request to the wrong tenant.");
    }

    static EntraError badSecret(String clientId) {
        return new EntraError(401, "invalid_client", 7000215, "Invalid client secret provided. Ensure the secret being "
                + "sent in the request is the client secret value, not the client secret ID, for a secret added to app '"
                + clientId + "'.");
    }

    static EntraError unknownCertificate() {
        return new EntraError(401, "invalid_client", 700027, "The certificate with identifier used to sign the client "
                + "assertion is not registered on application.");
    }

    static EntraError noCredential() {
        return new EntraError(401, "invalid_client", 7000218, "The request body must contain the following parameter: "
                + "'client_assertion' or 'client_secret'.");
    }

    static EntraError badPassword() {
        return new EntraError(400, "invalid_grant", 50126, "Error validating credentials due to invalid username or "
                + "password.");
    }

    static EntraError notInTenant(String login, String tenant) {
        return new EntraError(400, "invalid_grant", 50020, "User account '" + login + "' from identity provider "
                + "'https://sts.windows.net/' does not exist in tenant '" + tenant + "' and cannot access the "
                + "application in that tenant. The account needs to be added as an external user in the tenant first. "
                + "Sign out and sign in again with a different Azure Active Directory user account.");
    }

    static EntraError declined() {
        return new EntraError(400, "access_denied", 65004, "User declined to consent to access the app.");
    }

    static EntraError pending() {
        return new EntraError(400, "authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is "
                + "pending. Continue polling.");
    }

    static EntraError deviceDeclined() {
        return new EntraError(400, "authorization_declined", 70018, "The user declined the sign-in of the device.");
    }

    static EntraError deviceExpired() {
        return new EntraError(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' "
                + "is not valid. This device code has expired.");
    }

    static EntraError badCode() {
        return new EntraError(400, "invalid_grant", 70000, "The provided value for the 'code' parameter is not valid.");
    }

    static EntraError wrongVerifier() {
        return new EntraError(400, "invalid_grant", 501481, "The Code_Verifier does not match the code_challenge "
                + "supplied in the authorization request.");
    }

    static EntraError badRefreshToken() {
        return new EntraError(400, "invalid_grant", 70043, "The refresh token has expired or is invalid due to sign-in "
                + "frequency checks by conditional access.");
    }

    static EntraError unsupportedGrant(String grant) {
        return new EntraError(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '"
                + grant + "'.");
    }

    /** An error that a scenario asks for by its number. */
    static EntraError numbered(int code) {
        return switch (code) {
            case 53003 -> new EntraError(400, "invalid_grant", code, "Access has been blocked by Conditional Access "
                    + "policies. The access policy does not allow token issuance.");
            case 50076 -> new EntraError(400, "interaction_required", code, "Due to a configuration change made by your "
                    + "administrator, or because you moved to a new location, you must use multi-factor authentication "
                    + "to access the resource.");
            case 70043 -> badRefreshToken();
            case 50126 -> badPassword();
            case 65004 -> declined();
            default -> new EntraError(400, "invalid_request", code, "The request could not be completed.");
        };
    }

    /** The text with trace, correlation and time, as the service writes it. */
    String description() {
        return full(UUID.randomUUID(), UUID.randomUUID(), Instant.now());
    }

    private String full(UUID trace, UUID correlation, Instant at) {
        return "AADSTS" + code + ": " + message + " Trace ID: " + trace + " Correlation ID: " + correlation
                + " Timestamp: " + stamp(at);
    }

    Answer answer() {
        UUID trace = UUID.randomUUID();
        UUID correlation = UUID.randomUUID();
        Instant at = Instant.now();
        ObjectNode body = Json.object();
        body.put("error", error);
        body.put("error_description", full(trace, correlation, at));
        body.putArray("error_codes").add(code);
        body.put("timestamp", stamp(at));
        body.put("trace_id", trace.toString());
        body.put("correlation_id", correlation.toString());
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
        return Answer.json(status, body).with("Cache-Control", "no-store, no-cache");
    }

    private static String stamp(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC).format(at);
    }
}
