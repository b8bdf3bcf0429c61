package linkdoctor.ui.model.start;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import linkdoctor.engine.Engine;
import linkdoctor.ui.model.Work;

/** The practice cases to choose from. */
public final class ScenarioModel {
    private final Work work;
    private final Supplier<List<Engine.Scenario>> read;
    private final ObservableList<Engine.Scenario> all = FXCollections.observableArrayList();
    private final FilteredList<Engine.Scenario> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");

    /** @param read reads the cases, which takes a moment */
    public ScenarioModel(Work work, Supplier<List<Engine.Scenario>> read) {
        this.work = work;
        this.read = read;
        filter.addListener((text, old, now) -> shown.setPredicate(one -> matches(one, now)));
    }

    /** Has the cases read, unless they have been: the start of the program need not wait for them. */
    public void load() {
        if (all.isEmpty()) {
            work.start("practice cases", read::get, all::setAll);
        }
    }

    /** Those that match the filter, in the order of the guide. */
    public ObservableList<Engine.Scenario> shown() {
        return shown;
    }

    /** Words that all must occur in a case. */
    public StringProperty filter() {
        return filter;
    }

    /** Whether it is the first shown of its group, and so the one to stand under the group's heading. */
    public boolean first(Engine.Scenario scenario) {
        int at = shown.indexOf(scenario);
        return at == 0 || at > 0 && !shown.get(at - 1).group().equals(scenario.group());
    }

    private static boolean matches(Engine.Scenario one, String filter) {
        String all = String.join("\n", one.name(), one.title(), one.teaches(), one.group()).toLowerCase(Locale.ROOT);
        return filter.toLowerCase(Locale.ROOT).strip().lines().flatMap(line -> java.util.Arrays.stream(line.split("\\s+"))).allMatch(all::contains);
    }
}
