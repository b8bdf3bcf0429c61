package linkdoctor.ui.part.fix;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

import atlantafx.base.theme.Styles;

import linkdoctor.ui.model.fix.Side;

/** Which side of the scripts is shown. */
final class SideSwitch extends FlowPane {
    private final Map<Side, ToggleButton> buttons = new EnumMap<>(Side.class);

    SideSwitch(ObjectProperty<Side> side) {
        super(4, 4);
        ToggleGroup group = new ToggleGroup();
        for (Side one : Side.values()) {
            ToggleButton button = new ToggleButton(one.word());
            button.setId("side-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(one);
            buttons.put(one, button);
        }
        getChildren().addAll(buttons.values());
        side.subscribe(now -> group.selectToggle(buttons.get(now)));
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                side.set((Side) now.getUserData());
            }
        });
    }
}
