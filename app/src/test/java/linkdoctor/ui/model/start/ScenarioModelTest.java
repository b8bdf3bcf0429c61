package linkdoctor.ui.model.start;

import java.util.List;

import org.junit.jupiter.api.Test;

import linkdoctor.Practice;
import linkdoctor.engine.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing among the practice cases. */
class ScenarioModelTest {
    private final List<Engine.Scenario> all = Practice.engine().scenarios();
    private final ScenarioModel model = new ScenarioModel(all);

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
