package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.ChecklistGridTest;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.check.callers.Cell.State;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.script.Numbered;
import linkdoctor.script.Plan;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.known;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every table, whatever the estate. */
class CallersPropertiesTest {

    static Stream<Row> estates() {
        return ChecklistGridTest.rows();
    }

    @ParameterizedTest
    @MethodSource("estates")
    void nobodyIsJudgedBehindTheGateThatStopsThem(Row row) {
        WhoGetsIn table = WhoGetsIn.of(Diagnosis.of(row.facts()), List.of(Named.of("app-service").orElseThrow(), Named.of("203.0.113.7").orElseThrow()));
        assertThat(table.entries().getFirst().caller().role()).isEqualTo(Caller.Role.THIS_CLIENT);
        Stream<Passage> passages = table.entries().stream().flatMap(one -> Stream.concat(Stream.of(one.now()), one.after().stream()));
        assertThat(passages).allSatisfy(passage -> {
            int stop = passage.stop().map(Gate::ordinal).orElse(Gate.values().length - 1);
            assertThat(passage.cells()).hasSize(Gate.values().length);
            assertThat(passage.cells().subList(stop + 1, Gate.values().length)).allMatch(cell -> cell.is(State.NOT_REACHED));
            assertThat(passage.cells().subList(0, stop + 1)).noneMatch(cell -> cell.is(State.NOT_REACHED));
            assertThat(passage.end() == Passage.End.IN).isEqualTo(passage.decides().isEmpty());
            assertThat(passage.said()).endsWith(".").doesNotContain("  ", "Optional[");
        });
        assertThat(table.fix() + table.identity()).doesNotContain("Optional[", "..");
    }

    @ParameterizedTest
    @MethodSource("estates")
    void theFixIsOneThatTheScriptsMake(Row row) {
        Diagnosis diagnosis = Diagnosis.of(row.facts());
        Plan plan = Plan.of(diagnosis);
        assertThat(Proposed.of(diagnosis).steps()).allSatisfy(step ->
                assertThat(plan.steps(plan.usual()).stream().map(Numbered::step)).as(step.az().bash()).contains(step));
    }

    /** By settings alone: what was heard of one caller is of settings that were. */
    @RepeatedTest(300)
    void closingAGateNeverLetsMoreIn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Snapshot before = estate(random);
        Snapshot after = closings(random).get(random.nextInt(closings(random).size())).apply(before);
        List<Caller> callers = new ArrayList<>(new Roll(before).all());
        Stream.of("20.62.10.77", "203.0.113.7", "azure-devops", "Azure Storage").map(Named::of).flatMap(Optional::stream).map(one -> one.caller(before)).forEach(callers::add);
        for (Caller caller : callers) {
            Passage.End then = end(after, caller.by(moved(caller.way(), after)));
            assertThat(then).as("%s: %s then %s", caller.name(), new Judging(before).bySettings(caller), new Judging(after).bySettings(caller))
                    .isLessThanOrEqualTo(end(before, caller));
        }
    }

    private static Passage.End end(Snapshot facts, Caller caller) {
        return Passage.of(new Judging(facts).bySettings(caller)).end();
    }

    /** The same connection as it is now; one that is gone carries nothing. */
    private static Way moved(Way way, Snapshot after) {
        return way instanceof Way.Link(var connection) && connection.isPresent() ? new Way.Link(Optional.of(after.connections().known().orElseThrow().stream()
                .filter(one -> one.id().equals(connection.get().id())).findFirst().orElseThrow())) : way;
    }

    private static Snapshot estate(Random random) {
        List<String> ranges = random.nextBoolean() ? List.of() : List.of("20.62.10.0/24", "52.0.0.0/8").subList(0, 1 + random.nextInt(2));
        Optional<Vault.NetworkRules> rules = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new Vault.NetworkRules(one(random, "Allow", "Deny"),
                one(random, "AzureServices", "None", ""), ranges, random.nextBoolean() ? List.of() : List.of(Ids.SNET_APP)));
        Optional<String> access = Optional.of(one(random, "Enabled", "Disabled", "")).filter(one -> !one.isEmpty());
        Snapshot facts = CallersGridTest.vault(access, rules).with("connections", known(List.of(connection(one(random, "Approved", "Pending")))))
                .with("dataPlane", Probed.notTried("Not asked.")).with("byName", Probed.notTried("Not asked.")).with("challenge", Probed.notTried("Not asked."));
        return switch (random.nextInt(4)) {
            case 0 -> facts.with("perimeter", CallersGridTest.perimeter("Learning"));
            case 1 -> facts.with("perimeter", Healthy.failed(linkdoctor.facts.Failure.Kind.DENIED, "Reader"));
            default -> facts;
        };
    }

    private static List<UnaryOperator<Snapshot>> closings(Random random) {
        return List.of(
                facts -> vault(facts, one -> Healthy.vault(Optional.of("Disabled"), one.rules())),
                facts -> vault(facts, one -> Healthy.vault(one.publicNetworkAccess(), Optional.of(rules(one, "Deny", one.rules().map(Vault.NetworkRules::bypass).orElse(""))))),
                facts -> vault(facts, one -> Healthy.vault(one.publicNetworkAccess(), one.rules().map(had -> new Vault.NetworkRules(had.defaultAction(), "None",
                        had.ipRules(), had.subnets())))),
                facts -> vault(facts, one -> Healthy.vault(one.publicNetworkAccess(), one.rules().map(had -> new Vault.NetworkRules(had.defaultAction(), had.bypass(),
                        had.ipRules().stream().skip(1).toList(), List.of())))),
                facts -> facts.with("connections", known(List.of(connection("Rejected")))),
                facts -> facts.with("identity", known(new linkdoctor.facts.azure.Identity("cli", "99999999-9999-4999-8999-999999999999", Ids.CALLER, "", "", "user",
                        List.of(), Optional.empty()))).with("challenge", facts.challenge()),
                facts -> facts.with("rights", known(new linkdoctor.facts.azure.AccessRights(known(List.of()), known(List.of()), known(List.of()), known(List.of())))));
    }

    private static Vault.NetworkRules rules(Vault vault, String action, String bypass) {
        return new Vault.NetworkRules(action, bypass, vault.rules().map(Vault.NetworkRules::ipRules).orElse(List.of()),
                vault.rules().map(Vault.NetworkRules::subnets).orElse(List.of()));
    }

    private static Snapshot vault(Snapshot facts, UnaryOperator<Vault> to) {
        return facts.with("vault", known(Healthy.search(to.apply(facts.vault().known().orElseThrow().vault().orElseThrow()))));
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
