package linkdoctor.ui.page.signin;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import linkdoctor.engine.Asked;

/** The ways to sign in, each with when it is the right one. */
public final class Ways extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    /** A way to show. */
    private record Way(Asked.SignIn way, String name, String when) {
    }

    private static final List<Way> ALL = List.of(
            new Way(Asked.SignIn.BROWSER, "B_rowser", "The usual way: a sign-in page opens on this machine."),
            new Way(Asked.SignIn.DEVICE_CODE, "_Device code", "When no browser can open here: you type a code on any machine. Some organisations block it."),
            new Way(Asked.SignIn.CLI, "A_zure CLI", "When az login has been done here: that sign-in is used, and nothing is asked."),
            new Way(Asked.SignIn.MANAGED_IDENTITY, "_Managed identity", "When this is an Azure machine with an identity of its own that may read."),
            new Way(Asked.SignIn.ENVIRONMENT, "En_vironment variables",
                    "When an application signs in: AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET are set."));

    /** @param chosen follows what is selected here, and the other way round */
    public Ways(ObjectProperty<Asked.SignIn> chosen) {
        getStyleClass().add("ways");
        for (Way way : ALL) {
            RadioButton button = new RadioButton(way.name());
            button.setId("way-" + way.way().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setToggleGroup(group);
            button.setUserData(way.way());
            button.setSelected(chosen.get() == way.way());
            button.setAccessibleText(way.name().replace("_", "") + ". " + way.when());
            Label when = new Label(way.when());
            when.setWrapText(true);
            when.setLabelFor(button);
            when.getStyleClass().addAll("text-muted", "way-when");
            when.setOnMouseClicked(event -> button.fire());
            getChildren().add(new VBox(button, when));
        }
        group.selectedToggleProperty().subscribe(now -> {
            if (now != null) {
                chosen.set((Asked.SignIn) now.getUserData());
            }
        });
        chosen.subscribe(now -> group.getToggles().stream().filter(one -> one.getUserData() == now).findFirst().ifPresent(group::selectToggle));
    }

    /** The selected way's button, or the first, for the focus. */
    public RadioButton selected() {
        return (RadioButton) Optional.ofNullable(group.getSelectedToggle()).orElse(group.getToggles().getFirst());
    }
}
