package linkdoctor.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.check.Catalogue;
import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Finding;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
import linkdoctor.check.Severity;
import linkdoctor.check.grid.AccessRows;
import linkdoctor.check.grid.ClientRows;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.DnsRows;
import linkdoctor.check.grid.EnvironmentRows;
import linkdoctor.check.grid.FirewallRows;
import linkdoctor.check.grid.HealthStatusRows;
import linkdoctor.check.grid.PrivateIpRows;
import linkdoctor.check.grid.VaultRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.picture.Hop.Kind;
import linkdoctor.picture.Hop.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture tells of every estate what the diagnosis does. */
class RequestPathTest {

    static Stream<Row> rows() {
        return Stream.of(VaultRows.rows(), ClientRows.rows(), ConnectionRows.rows(), FirewallRows.rows(), PrivateIpRows.rows(),
                DnsRows.rows(), ZoneRows.rows(), HealthStatusRows.rows(), EnvironmentRows.rows(), AccessRows.rows()).flatMap(List::stream);
    }

    static List<String> codes() {
        return Catalogue.CODES;
    }

    @Test
    void theHealthyPathIsFineAndNamesWhatWasFound() {
        RequestPath path = RequestPath.of(Diagnosis.of(Healthy.snapshot()));

        assertThat(path.hops()).extracting(Hop::kind).containsExactly(Kind.values());
        assertThat(path.hops()).extracting(Hop::state).containsOnly(State.FINE);
        assertThat(path.hops()).extracting(Hop::value).containsExactly("10.1.0.4", "10.1.1.5 via 168.63.129.16", "pe-fabrikam 10.1.1.5",
                "Private only", "engineer@fabrikam.example", "Key Vault Secrets User");
        assertThat(path.lines()).containsOnly(Line.WHOLE).hasSize(5);
        assertThat(path.root()).isEmpty();
    }

    /** Whatever a code's severity, the hops that it marks are exactly one, and it is the hop whose state is then that bad. */
    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeMarksOneHop(String code) {
        Kind hop = Places.hop(code);
        List<Row> produce = rows().filter(row -> row.code().equals(code)).toList();
        assertThat(produce).isNotEmpty();
        for (Row row : produce) {
            Diagnosis diagnosis = Diagnosis.of(row.facts());
            Finding finding = diagnosis.found().stream().map(found -> found.finding()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
            State least = State.of(finding.severity().status());
            assertThat(RequestPath.of(diagnosis).hop(hop).state()).as(row.name()).isIn(Arrays.stream(State.values())
                    .filter(state -> state.ordinal() >= least.ordinal() && state.ordinal() <= State.BROKEN.ordinal()).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRootAndNothingElseIsMarkedAsTheRoot(Row row) {
        Diagnosis diagnosis = Diagnosis.of(row.facts());
        RequestPath path = RequestPath.of(diagnosis);

        assertThat(path.hops()).hasSize(6).allSatisfy(hop -> {
            assertThat(hop.said()).isNotBlank().endsWith(".");
            assertThat(hop.value()).isNotBlank().hasSizeLessThan(60).doesNotContain("Optional", "null");
            assertThat(Checklist.SECTIONS).anyMatch(section -> section.number() == hop.section());
        });
        assertThat(path.hops().stream().filter(Hop::root).count()).isEqualTo(diagnosis.root().isPresent() ? 1 : 0);
        diagnosis.root().ifPresent(root -> {
            Hop hop = path.root().orElseThrow();
            assertThat(hop.kind()).isEqualTo(Places.hop(root.found().finding().code()));
            assertThat(hop.state()).isEqualTo(State.BROKEN);
            assertThat(hop.said()).isEqualTo(Words.line(new Readable(row.facts()).of(root.found().said())));
            assertThat(hop.section()).isEqualTo(root.by().section().number());
            assertThat(hop.followsFrom()).isEmpty();
            assertThat(hop.kind() == Kind.CLIENT ? path.lines() : List.of(path.lines().get(hop.kind().ordinal() - 1)))
                    .containsOnly(hop.kind() == Kind.CLIENT ? Line.UNREACHED : Line.CUT);
        });
        boolean failed = diagnosis.found().stream().anyMatch(found -> found.finding().severity() == Severity.FAIL);
        assertThat(path.hops().stream().anyMatch(hop -> hop.state() == State.BROKEN)).isEqualTo(failed);
    }

    @Test
    void whatFollowsSaysFromWhere() {
        Snapshot pending = ConnectionRows.rows().stream().filter(row -> row.code().equals("connection.pending")
                && row.root().flatMap(one -> one).filter("connection.pending"::equals).isPresent()).findFirst().orElseThrow().facts();
        RequestPath path = RequestPath.of(Diagnosis.of(pending));

        assertThat(path.hop(Kind.ENDPOINT)).satisfies(hop -> {
            assertThat(hop.root()).isTrue();
            assertThat(hop.value()).isEqualTo("pe-fabrikam Pending");
            assertThat(hop.spoken()).startsWith("Private endpoint, pe-fabrikam Pending: Broken, the root cause. ");
        });
        assertThat(path.hop(Kind.FIREWALL).followsFrom().or(() -> path.hop(Kind.DNS).followsFrom())).contains("Private endpoint");
        assertThat(path.lines()).containsSubsequence(Line.CUT, Line.UNREACHED, Line.UNREACHED, Line.UNREACHED);
    }

    @Test
    void sectionsStillLookedAtWait() {
        Diagnosis diagnosis = Diagnosis.of(Healthy.snapshot());

        assertThat(RequestPath.of(diagnosis, Set.of(9)).hops()).extracting(Hop::state)
                .containsExactly(State.FINE, State.FINE, State.FINE, State.WAITING, State.WAITING, State.WAITING);
        assertThat(RequestPath.of(diagnosis, Set.of(1)).lines()).as("nothing is reached from a client that is still looked at").containsOnly(Line.UNREACHED);
        assertThat(RequestPath.of(diagnosis, Set.of(9)).lines()).containsExactly(Line.WHOLE, Line.WHOLE, Line.UNREACHED, Line.UNREACHED, Line.UNREACHED);
        Diagnosis broken = Diagnosis.of(ZoneRows.rows().stream().filter(row -> row.code().equals("zone.not-linked")).findFirst().orElseThrow().facts());
        assertThat(RequestPath.of(broken, Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).hops()).extracting(Hop::state).containsOnly(State.WAITING);
        assertThat(RequestPath.of(broken, Set.of(6)).root()).isEmpty();
        assertThat(RequestPath.of(broken, Set.of(9)).root()).map(Hop::kind).contains(Kind.DNS);
    }

    @Test
    void beforeARunAllWait() {
        RequestPath blank = RequestPath.blank(Optional.of(Healthy.target()));
        assertThat(blank.hops()).hasSize(6).extracting(Hop::state).containsOnly(State.WAITING);
        assertThat(blank.title()).isEqualTo("The request's path to fabrikam.vault.azure.net");
        assertThat(RequestPath.blank(Optional.empty()).title()).isEqualTo("The request's path to the vault");
        assertThat(blank.lines()).containsOnly(Line.UNREACHED);
    }
}
