package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.engine.Asked;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run tells while it goes on: the facts so far, and which of them may still change. */
@Timeout(60)
class LiveFactsTest {
    private static final Target FABRIKAM = Practice.target("fabrikam");

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "zone-not-linked", "connection-none", "connection-other-vnet", "environment-custom-dns",
            "rights-denied-all", "vault-not-found", "access-token-failed"})
    void whatIsClosedNeverChangesAgain(String scenario) throws Exception {
        try (Lab lab = Lab.start(Scenarios.named(scenario).orElseThrow())) {
            Told told = new Told();
            told.holdsTo(Practice.visit(lab, Asked.SignIn.USUAL).look(FABRIKAM, told));
            assertThat(told.moments().getFirst().open()).contains("endpoints", "lookups", "byAddress");
            assertThat(told.moments()).as("a collection grows while it is open")
                    .anySatisfy(moment -> assertThat(moment.open().contains("lookups") && !moment.soFar().lookups().isEmpty()).isTrue());
        }
    }

    @Test
    void withoutASignInToo() throws Exception {
        try (Lab lab = Lab.start(Scenarios.named("healthy").orElseThrow())) {
            Told told = new Told();
            told.holdsTo(Practice.visit(lab, Asked.SignIn.NONE).look(FABRIKAM, told));
        }
    }

    @Test
    void theEndOfTheTimeAndAnIllegalNameAreToldToo() throws Exception {
        try (Lab lab = Lab.start(Scenarios.named("healthy").orElseThrow())) {
            Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ZERO, List.of(), Optional.empty());
            Told told = new Told();
            Snapshot cut = Wiring.visit(lab, asked, FABRIKAM.cloud(), prompt -> { }).look(FABRIKAM, told);
            told.holdsTo(cut);
            assertThat(cut.vault().trouble()).isPresent();

            Target odd = Practice.target("1x");
            Told once = new Told();
            Snapshot blank = Practice.visit(lab, Asked.SignIn.USUAL).look(odd, once);
            assertThat(once.moments()).containsExactly(new Told.Moment(blank, Set.of()));
        }
    }
}
