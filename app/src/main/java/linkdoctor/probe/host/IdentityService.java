package linkdoctor.probe.host;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.MachineIdentity.Source;
import linkdoctor.facts.host.MachineIdentity.State;
import linkdoctor.facts.host.MachineIdentity.Token;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Timed;

/**
 * Whoever gives this machine's managed identity its tokens. One is asked for, its claims are read, and it is forgotten.
 *
 * @param imds  base address of the instance metadata service
 * @param proxy where programs that heed the proxy's settings would send the question
 */
record IdentityService(Map<String, String> environment, URI imds, Optional<String> proxy) {
    static final String TOKEN = "/metadata/identity/oauth2/token";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY_FILE = Pattern.compile("(?i)Basic realm=\"?([^\"]+)");
    private static final HttpResponse.BodyHandler<String> WHOLE = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), 1024 * 1024);

    /** Where to ask, and the header that it wants. */
    private record Place(Source source, String url, String header, String value) {
    }

    Probed<MachineIdentity> ask(String audience) {
        Place place = place(URLEncoder.encode(audience, StandardCharsets.UTF_8));
        Instant at = Instant.now();
        try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Deadlines.IMDS).build()) {
            return fetch(client, place, audience, at);
        }
    }

    private Place place(String resource) {
        String endpoint = variable("IDENTITY_ENDPOINT");
        String header = variable("IDENTITY_HEADER");
        if (!endpoint.isEmpty() && !header.isEmpty()) {
            return new Place(Source.APP_SERVICE, endpoint + "?api-version=2019-08-01&resource=" + resource, "X-IDENTITY-HEADER", header);
        }
        return !endpoint.isEmpty() && !variable("IMDS_ENDPOINT").isEmpty()
                ? new Place(Source.ARC, endpoint + "?api-version=2020-06-01&resource=" + resource, "Metadata", "true")
                : new Place(Source.INSTANCE_METADATA, imds.toString().replaceAll("/$", "") + TOKEN + "?api-version=2018-02-01&resource=" + resource,
                        "Metadata", "true");
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private Probed<MachineIdentity> fetch(HttpClient client, Place place, String audience, Instant at) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(place.url())).header(place.header(), place.value()).timeout(Deadlines.TCP).GET().build();
            MachineIdentity identity = read(Timed.within(Deadlines.TCP, () -> client.send(request, WHOLE)), place.source(), audience);
            return Probed.seen(identity, evidence(place, at, told(identity)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "Asking for the managed identity was cancelled."), evidence(place, at, "cancelled"));
        } catch (TimeoutException | IOException e) {
            return silent(place, at);
        } catch (IllegalArgumentException e) {
            return Probed.failed(Failure.of(Failure.Kind.GARBAGE, "IDENTITY_ENDPOINT is set, and to no address."));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            // Close would wait for an answer that no longer matters.
            client.shutdownNow();
        }
    }

    /** Most machines are outside Azure, and nothing is wrong with that; who has set an endpoint means it to answer. */
    private Probed<MachineIdentity> silent(Place place, Instant at) {
        return place.source() == Source.INSTANCE_METADATA
                ? Probed.notTried("No instance metadata service answers, so this machine has no managed identity of Azure.")
                : Probed.failed(Failure.of(Failure.Kind.UNREACHABLE, "The endpoint that gives the managed identity's tokens does not answer."),
                        evidence(place, at, "no answer"));
    }

    private MachineIdentity read(HttpResponse<String> response, Source source, String audience) {
        JsonNode body = json(response.body());
        String said = body.path("error_description").asText(body.path("error").asText(body.path("message").asText()));
        if (response.statusCode() == 200 && body.path("access_token").isTextual()) {
            return of(source, State.GIVEN, "", Optional.of(token(body.path("access_token").asText(), body.path("resource").asText(audience))));
        }
        Optional<String> key = response.headers().firstValue("WWW-Authenticate").map(KEY_FILE::matcher).filter(Matcher::find).map(found -> found.group(1));
        if (response.statusCode() == 401 && key.isPresent()) {
            return of(source, State.WANTS_PROOF, "the content of " + key.get() + ", which this account " + (readable(key.get()) ? "can" : "cannot") + " read",
                    Optional.empty());
        }
        String words = said.toLowerCase(Locale.ROOT);
        State state = words.contains("multiple user assigned") ? State.SEVERAL
                : response.statusCode() == 400 && (words.contains("identity not found") || words.contains("no managed identity")) ? State.NONE_ASSIGNED
                : State.REFUSED;
        return of(source, state, response.statusCode() + (said.isEmpty() ? "" : " " + said.lines().findFirst().orElse("")), Optional.empty());
    }

    private MachineIdentity of(Source source, State state, String said, Optional<Token> token) {
        return new MachineIdentity(source, state, said.substring(0, Math.min(said.length(), 300)), token, source == Source.INSTANCE_METADATA ? proxy : Optional.empty());
    }

    private static boolean readable(String file) {
        try {
            return Files.isReadable(Path.of(file));
        } catch (java.nio.file.InvalidPathException noFile) {
            return false;
        }
    }

    /** An answer that is no JSON tells nothing beside its status. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static Token token(String token, String audience) {
        String[] parts = token.split("\\.");
        JsonNode claims = parts.length < 2 ? JSON.createObjectNode() : decoded(parts[1]);
        return new Token(claims.path("oid").asText(), claims.path("appid").asText(), claims.path("tid").asText(), claims.path("aud").asText(audience));
    }

    private static JsonNode decoded(String part) {
        try {
            return json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException opaque) {
            return JSON.createObjectNode();
        }
    }

    private static String told(MachineIdentity identity) {
        return identity.token().map(token -> "200, a token of object " + token.objectId() + " for " + token.audience()).orElse(identity.said());
    }

    /** The command shows the status alone: a token does not belong on a screen. */
    private static Evidence evidence(Place place, Instant at, String answered) {
        String header = place.source() == Source.APP_SERVICE ? "X-IDENTITY-HEADER: $IDENTITY_HEADER" : place.header() + ": " + place.value();
        return new Evidence("GET " + place.url(), answered, at, Duration.between(at, Instant.now()), CommandLine.of("curl", "-s", "-o", "/dev/null", "-w",
                "%{http_code}", "--noproxy", "*", "-m", "5", "-H", header, place.url()).bash());
    }
}
