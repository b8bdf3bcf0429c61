package linkdoctor.probe.azure;

import static linkdoctor.probe.azure.Practice.assertSeen;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Answer;

/** What ARM can do instead of answering, each as a fact with a reason, in time. */
@Timeout(60)
class FaultsTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String CONNECTIONS = "/privateEndpointConnections";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("denied", error(403, "AuthorizationFailed", "The client 'x' with object id 'y' does not have authorization "
                        + "to perform action 'Microsoft.KeyVault/vaults/privateEndpointConnections/read' over scope '/subscriptions/s' or "
                        + "the scope is invalid."), Kind.DENIED, "Microsoft.KeyVault/vaults/privateEndpointConnections/read on /subscriptions/s"),
                Arguments.of("denied in other words", error(403, "Whatever", "no"), Kind.DENIED, "/privateEndpointConnections/read on /subscriptions/"),
                Arguments.of("wrong tenant", error(401, "InvalidAuthenticationTokenTenant", "wrong issuer"), Kind.DENIED, "token was not accepted"),
                Arguments.of("not found", error(404, "ResourceNotFound", "gone"), Kind.NOT_FOUND, "404 ResourceNotFound"),
                Arguments.of("throttled for long", error(429, "TooManyRequests", "slow").with("Retry-After", "324"), Kind.THROTTLED, "324 seconds"),
                Arguments.of("throttled without a time", error(429, "TooManyRequests", "slow"), Kind.THROTTLED, "too many requests"),
                Arguments.of("broken", error(500, "InternalServerError", "oops"), Kind.SERVER_ERROR, "500 InternalServerError"),
                Arguments.of("unavailable, in HTML", Answer.text(503, "text/html", "<h1>no</h1>"), Kind.SERVER_ERROR, "503"),
                Arguments.of("malformed", Answer.text(200, "application/json", "{\"value\":[{\"id\":\"/subscr"), Kind.GARBAGE, "cannot be"),
                Arguments.of("a page", Answer.text(200, "text/html", "<h1>sign in to the proxy</h1>"), Kind.GARBAGE, "cannot be"),
                Arguments.of("hangs", Answer.empty(200).delivered(Answer.Delivery.HANG), Kind.TIMEOUT, "no answer within 2 s"),
                Arguments.of("reset", Answer.empty(200).delivered(Answer.Delivery.RESET), Kind.RESET, "connection broke"),
                Arguments.of("half", Answer.text(200, "application/json", "{\"value\":[]}        ").delivered(Answer.Delivery.HALF),
                        Kind.RESET, "connection broke"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endsAsAFailureInTime(String name, Answer answer, Kind kind, String text) throws Exception {
        try (Practice practice = new Practice()) {
            AzureArm arm = practice.instead(CONNECTIONS, answer).signedIn(SHORT);
            Instant before = Instant.now();
            Probed<List<Connection>> probed = arm.connections(HealthyEstate.VAULT);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
            Failure failure = probed.trouble().orElseThrow(() -> new AssertionError(probed.toString()));
            assertThat(failure.kind()).as(failure.said()).isEqualTo(kind);
            assertThat(failure.said() + " " + failure.needs()).contains(text).doesNotContain("eyJ");
            assertThat(probed.evidence()).isNotEmpty().allSatisfy(e -> {
                assertThat(e.asked()).startsWith("GET https://management.azure.com/");
                assertThat(e.answered()).isNotBlank();
                assertThat(e.tryYourself()).startsWith("az network private-endpoint-connection list --id /subscriptions/");
            });
        }
    }

    @Test
    void aShortThrottleIsWaitedOut() throws Exception {
        try (Practice practice = new Practice()) {
            int[] times = {0};
            practice.instead((host, request) -> request.rawTarget().contains(CONNECTIONS) && times[0]++ < 2
                    ? Optional.of(error(429, "TooManyRequests", "slow").with("Retry-After", "1")) : Optional.empty());
            Probed<List<Connection>> probed = practice.signedIn().connections(HealthyEstate.VAULT);
            assertThat(assertSeen(probed)).hasSize(1);
            assertThat(probed.evidence()).hasSize(3).extracting(e -> e.answered().substring(0, 3)).containsExactly("429", "429", "200");
        }
    }

    @Test
    void theNextPageIsNotFetchedFromAnotherHost() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/virtualNetworks", Answer.text(200, "application/json",
                    "{\"value\":[{\"id\":\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n\"}],"
                            + "\"nextLink\":\"https://elsewhere.example/subscriptions?page=2\"}"));
            Listing<?> listing = assertSeen(practice.signedIn().networks(List.of(Practice.HUB)));
            assertThat(listing.items()).hasSize(1);
            assertThat(listing.gaps()).hasSize(1).first().satisfies(gap -> assertThat(gap.failure().said()).contains("elsewhere.example"));
            assertThat(practice.cloud.asked()).noneMatch(asked -> asked.startsWith("elsewhere"));
        }
    }

    @Test
    void theNextPageOfArmItselfIsFetched() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead((host, request) -> !request.rawTarget().contains("/virtualNetworks") ? Optional.empty()
                    : Optional.of(Answer.text(200, "application/json", request.rawTarget().contains("page=2") ? "{\"value\":[{\"id\":\"/b\"}]}"
                    : "{\"value\":[{\"id\":\"/a\"}],\"nextLink\":\"https://management.azure.com/x/virtualNetworks?page=2\"}")));
            Listing<?> listing = assertSeen(practice.signedIn().networks(List.of(Practice.HUB)));
            assertThat(listing.items()).hasSize(2);
            assertThat(listing.complete()).isTrue();
        }
    }

    @Test
    void oneSubscriptionThatCannotBeReadIsAGap() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/subscriptions/" + HealthyEstate.HUB + "/providers/Microsoft.Network/privateDnsZones",
                    error(403, "AuthorizationFailed", "does not have authorization to perform action "
                            + "'Microsoft.Network/privateDnsZones/read' over scope '/subscriptions/" + HealthyEstate.HUB + "'"));
            Listing<PrivateZone> zones = assertSeen(practice.signedIn().zones(Practice.FABRIKAM, Practice.ALL));
            assertThat(zones.items()).isEmpty();
            assertThat(zones.gaps()).hasSize(1).first().extracting(Gap::scope).asString().contains("hub");
            assertThat(zones.gaps().getFirst().failure().needs()).startsWith("Microsoft.Network/privateDnsZones/read");
        }
    }

    @Test
    void aVaultThatIsNowhereTellsWhatCouldNotBeSearched() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/subscriptions/" + HealthyEstate.WORKLOAD + "/providers/Microsoft.KeyVault/vaults",
                    error(403, "AuthorizationFailed", "no"));
            VaultSearch search = assertSeen(practice.signedIn().vault(Practice.FABRIKAM, Practice.ALL));
            assertThat(search.vault()).isEmpty();
            assertThat(search.deleted()).isEmpty();
            assertThat(search.searched().items()).containsExactly(Practice.HUB, Practice.SANDBOX);
            assertThat(search.searched().gaps()).extracting(Gap::scope).singleElement().asString().contains("workload");
            VaultSearch none = assertSeen(practice.signedIn().vault(Practice.FABRIKAM, List.of()));
            assertThat(none.searched().complete()).isFalse();
        }
    }

    @Test
    void aVaultIdInAnUnreadableSubscriptionIsDenied() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/vaults/fabrikam", error(403, "AuthorizationFailed", "no"));
            Target target = new Target("", "fabrikam", Practice.FABRIKAM.cloud(), Optional.empty(), Optional.of(HealthyEstate.VAULT), Optional.empty());
            assertThat(practice.signedIn().vault(target, List.of()).trouble()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.DENIED));
        }
    }

    @Test
    void anEndpointKeepsWhatCouldBeReadOfIt() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/networkInterfaces/", error(403, "AuthorizationFailed", "no"));
            PrivateEndpoint endpoint = assertSeen(practice.signedIn().endpoint(HealthyEstate.ENDPOINT));
            assertThat(endpoint.nicAddresses().trouble()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.DENIED));
            assertThat(assertSeen(endpoint.zoneGroups())).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        try (Practice practice = new Practice()) {
            AzureArm arm = practice.instead(CONNECTIONS, Answer.empty(200).delivered(Answer.Delivery.HANG)).signedIn();
            Probed<?>[] result = new Probed<?>[1];
            Thread thread = Thread.ofPlatform().start(() -> result[0] = arm.connections(HealthyEstate.VAULT));
            while (practice.cloud.asked().stream().noneMatch(asked -> asked.contains(CONNECTIONS))) {
                Thread.sleep(10);
            }
            thread.interrupt();
            thread.join(10_000);
            assertThat(result[0].trouble()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.CANCELLED));
        }
    }

    @Test
    void nobodySignedInAsksNothing() throws Exception {
        try (Practice practice = new Practice()) {
            AzureArm arm = new AzureArm(practice.access(Map.of()), Optional.empty());
            assertThat(arm.subscriptions().trouble()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.NOT_SIGNED_IN));
            assertThat(arm.read(Practice.FABRIKAM).trouble()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.NOT_SIGNED_IN));
            assertThat(practice.cloud.asked()).isEmpty();
        }
    }

    private static Answer error(int status, String code, String message) {
        return new Answer(status, Map.of("Content-Type", "application/json"), ("{\"error\":{\"code\":\"" + code + "\",\"message\":\""
                + message + "\"}}").getBytes(StandardCharsets.UTF_8), Answer.Delivery.WHOLE);
    }
}
