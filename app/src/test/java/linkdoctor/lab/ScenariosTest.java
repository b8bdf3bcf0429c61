package linkdoctor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Catalogue;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.scenario.BadLine;

/** Every practice case can be read and carried out, and every code of the checklist has one. */
class ScenariosTest {
    /** The codes of the product's checklist, sections 0 to 9. */
    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void canBeCarriedOut(Scenario scenario) {
        assertThatCode(scenario::play).doesNotThrowAnyException();
        assertThat(scenario.title()).isNotBlank();
        assertThat(scenario.teaches()).hasSizeGreaterThan(30);
        Stream.concat(scenario.expects().stream(), scenario.also().stream())
                .forEach(code -> assertThat(Catalogue.CODES).contains(code));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyDocumentKnowsItsOwnIdNameAndType(Scenario scenario) {
        Estate estate = scenario.play().estate();
        estate.all().forEach(document -> {
            ResourceId id = ResourceId.of(document.path("id").asText());
            assertThat(estate.get(id)).contains(document);
            assertThat(document.path("type").asText()).contains("/");
            if (document.has("name")) {
                assertThat(document.path("name").asText()).isEqualTo(id.name());
            }
        });
    }

    @Test
    void everyCodeHasACaseOfItsName() {
        for (String code : Catalogue.CODES) {
            Scenario scenario = Scenarios.named(code.replace('.', '-')).orElseThrow(
                    () -> new AssertionError("no scenario for " + code));
            Set<String> named = new HashSet<>(scenario.also());
            scenario.expects().ifPresent(named::add);
            assertThat(named).as(scenario.name()).contains(code);
        }
    }

    @Test
    void healthyChangesNothing() {
        Scenario healthy = Scenarios.named("healthy").orElseThrow();
        assertThat(healthy.expects()).isEmpty();
        assertThat(healthy.play().estate().all()).isEqualTo(HealthyEstate.estate().all());
        assertThat(healthy.play().world()).isEqualTo(HealthyEstate.world());
    }

    @Test
    void aBadLineIsNamedWithFileAndLine() {
        String head = "title: T\nteaches: what\nexpects: none\n";
        assertThatThrownBy(() -> Scenario.of("x", head + "frobnicate it").play()).isInstanceOf(BadLine.class)
                .hasMessageStartingWith("x.scenario line 4: \"frobnicate\" is no instruction");
        assertThatThrownBy(() -> Scenario.of("x", head + "\n# why\nset vault properties.x = {").play())
                .hasMessage("x.scenario line 6: this is no JSON: {");
        assertThatThrownBy(() -> Scenario.of("x", head + "delete nobody").play())
                .hasMessageStartingWith("x.scenario line 4: \"nobody\" is no short name");
        assertThatThrownBy(() -> Scenario.of("x", head + "fault moon * hang").play())
                .hasMessageStartingWith("x.scenario line 4: \"moon\" is no service");
        assertThatThrownBy(() -> Scenario.of("x", "title: T")).hasMessage("x.scenario line 1: a scenario needs \"teaches:\".");
    }

    @Test
    void anUnknownNameIsNoScenario() {
        assertThat(Scenarios.named("no-such-thing")).isEmpty();
        assertThat(Scenarios.named("../lab/healthy")).isEmpty();
    }
}
