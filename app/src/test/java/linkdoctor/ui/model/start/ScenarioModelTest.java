package linkdoctor.ui.model.start;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import linkdoctor.Practice;
import linkdoctor.engine.Engine;
import linkdoctor.ui.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing among the practice cases. */
class ScenarioModelTest {
    private final List<Engine.Scenario> all = Practice.engine().scenarios();
    private final Desk desk = new Desk();
    private final ScenarioModel model = new ScenarioModel(desk.work(), () -> all);

    @BeforeEach
    void load() throws Exception {
        desk.run(model::load);
        desk.until("the cases", () -> !model.shown().isEmpty());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theyStandUnderTheGuidesSections() {
        assertThat(model.shown()).isEqualTo(all);
        assertThat(all.stream().filter(model::first).map(Engine.Scenario::group))
                .startsWith("Everything works", "0 The vault", "1 The client").contains("9 Access").doesNotHaveDuplicates();
        assertThat(all).filteredOn(one -> one.name().startsWith("zone-")).extracting(Engine.Scenario::group).containsOnly("6 The private DNS zone");
    }

    @Test
    void allTypedWordsMustOccur() {
        model.filter().set(" NOT  linked ");
        assertThat(model.shown()).extracting(Engine.Scenario::name).contains("zone-not-linked").hasSizeLessThan(all.size() / 2);
        assertThat(model.shown()).first().satisfies(one -> assertThat(model.first(one)).isTrue());
        model.filter().set("no such case");
        assertThat(model.shown()).isEmpty();
        model.filter().set("");
        assertThat(model.shown()).hasSameSizeAs(all);
    }
}
