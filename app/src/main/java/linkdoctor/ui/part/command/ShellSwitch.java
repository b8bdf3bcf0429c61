package linkdoctor.ui.part.command;

import java.util.Arrays;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import linkdoctor.ui.model.Shell;

import atlantafx.base.theme.Styles;

/** Bash or PowerShell: one choice for all commands of the wizard. */
public final class ShellSwitch extends HBox {
    private final ChangeListener<Shell> follow;

    public ShellSwitch(ObjectProperty<Shell> shell) {
        getStyleClass().add("shell-switch");
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = Arrays.stream(Shell.values()).map(one -> {
            ToggleButton button = new ToggleButton(one.word());
            button.getStyleClass().addAll(Styles.SMALL, one == Shell.BASH ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setAccessibleText("Commands for " + one.word());
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(one);
            button.setId("shell-" + one.ending());
            return button;
        }).toList();
        getChildren().addAll(buttons);
        select(group, shell.get());
        follow = (property, old, now) -> select(group, now);
        // The choice outlives the rows that show it.
        shell.addListener(new WeakChangeListener<>(follow));
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                shell.set((Shell) now.getUserData());
            }
        });
    }

    private static void select(ToggleGroup group, Shell shell) {
        group.getToggles().stream().filter(toggle -> toggle.getUserData() == shell).forEach(group::selectToggle);
    }
}
