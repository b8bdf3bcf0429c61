package linkdoctor.lab.entra;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Request;

/** Reads the bearer token of a request and says what is wrong with it; ARM and the vault word their own refusals. */
public final class TokenCheck {
    private final Directory directory;

    public TokenCheck(Estate estate, World world) {
        directory = new Directory(estate, world);
    }

    /** What a request's token is worth. */
    public sealed interface Seen {

        /** Signed here, in time, for the right audience. */
        record Valid(Account account, JsonNode claims) implements Seen {
        }

        /** There is no token. */
        record Missing() implements Seen {
        }

        /** No token of these tenants. */
        record Unreadable() implements Seen {
        }

        /** Its time is over. */
        record Expired(Account account, JsonNode claims) implements Seen {
        }

        /** It was made for another service. */
        record WrongAudience(Account account, JsonNode claims) implements Seen {
        }
    }

    /** @param audiences the audiences that fit, without trailing slash */
    public Seen check(Request request, List<String> audiences) {
        Optional<String> token = request.header("Authorization").filter(given -> given.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(given -> given.substring(7).strip()).filter(given -> !given.isEmpty());
        if (token.isEmpty()) {
            return new Seen.Missing();
        }
        Optional<JsonNode> claims = Tokens.read(token.get());
        Optional<Account> account = claims.flatMap(read ->
                directory.byObjectId(read.path("oid").asText(), read.path("tid").asText()));
        if (account.isEmpty()) {
            return new Seen.Unreadable();
        }
        if (Instant.ofEpochSecond(claims.get().path("exp").asLong()).isBefore(Instant.now())) {
            return new Seen.Expired(account.get(), claims.get());
        }
        String audience = claims.get().path("aud").asText().replaceAll("/+$", "");
        return audiences.stream().anyMatch(audience::equalsIgnoreCase)
                ? new Seen.Valid(account.get(), claims.get()) : new Seen.WrongAudience(account.get(), claims.get());
    }
}
