package linkdoctor.ui.model.start;

import java.util.List;
import java.util.Locale;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import linkdoctor.engine.Engine;

/** The practice cases to choose from. */
public final class ScenarioModel {
    private final FilteredList<Engine.Scenario> shown;
    private final StringProperty filter = new SimpleStringProperty("");

    public ScenarioModel(List<Engine.Scenario> scenarios) {
        shown = new FilteredList<>(FXCollections.observableArrayList(scenarios));
        filter.addListener((text, old, now) -> shown.setPredicate(one -> matches(one, now)));
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
