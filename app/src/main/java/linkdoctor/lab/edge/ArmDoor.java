package linkdoctor.lab.edge;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Cloud;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.arm.ArmServer;
import linkdoctor.lab.entra.TokenCheck;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** ARM's entrance: lets signed-in callers through to ARM and words its refusals of tokens. */
final class ArmDoor {
    private final ArmServer arm;
    private final TokenCheck check;

    ArmDoor(Estate estate, World world) {
        arm = new ArmServer(estate, world);
        check = new TokenCheck(estate, world);
    }

    Answer answer(Request request, String host) {
        List<String> audiences = Cloud.KNOWN.stream().filter(cloud -> cloud.arm().equals("https://" + host))
                .flatMap(cloud -> Stream.of(cloud.arm(), cloud.armAudience())).toList();
        return switch (check.check(request, audiences)) {
            case TokenCheck.Seen.Valid(var account, var claims) -> arm.answer(request, account);
            case TokenCheck.Seen.Missing() -> arm.anonymous(request);
            case TokenCheck.Seen.Unreadable() -> refused("InvalidAuthenticationToken", "The access token is invalid.");
            case TokenCheck.Seen.Expired(var account, var claims) -> refused("ExpiredAuthenticationToken",
                    "The access token expiry UTC time '" + Instant.ofEpochSecond(claims.path("exp").asLong())
                            + "' is earlier than current UTC time '" + Instant.now() + "'.");
            case TokenCheck.Seen.WrongAudience(var account, var claims) -> refused("InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for wrong audience or resource '" + claims.path("aud").asText()
                            + "'. It should exactly match with one of the allowed audiences '"
                            + String.join("','", audiences) + "'.");
        };
    }

    private static Answer refused(String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(401, body).with("WWW-Authenticate", "Bearer authorization_uri="
                + "\"https://login.windows.net/\", error=\"invalid_token\", error_description=\"" + message + "\"");
    }
}
