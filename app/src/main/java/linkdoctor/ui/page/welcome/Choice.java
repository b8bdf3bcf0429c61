package linkdoctor.ui.page.welcome;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import linkdoctor.ui.part.form.CardButton;
import linkdoctor.ui.part.Icons;

import org.kordamp.ikonli.Ikon;

/** One of the ways to begin, as a large button: an icon, its name and what it is for. */
public final class Choice extends CardButton {
    /** @param name with an underscore before the mnemonic */
    public Choice(Ikon icon, String name, String purpose, Runnable action) {
        Label title = new Label(name);
        title.setMnemonicParsing(true);
        title.setWrapText(true);
        title.getStyleClass().add("choice-name");
        Label says = new Label(purpose);
        says.setWrapText(true);
        says.getStyleClass().add("text-muted");
        VBox card = new VBox(Icons.of(icon), title, says);
        card.getStyleClass().add("choice-card");
        super(card, name.replace("_", "") + ". " + purpose);
        title.setLabelFor(this);
        getStyleClass().add("choice");
        setOnAction(event -> action.run());
    }
}
