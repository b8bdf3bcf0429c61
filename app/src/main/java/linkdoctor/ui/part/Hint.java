package linkdoctor.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;

/** A calm box that says what is here, or what will be, with what can be done about it. */
public final class Hint extends HBox {
    private final SelectableText text = SelectableText.of("");
    private final HBox offers = new HBox(8);

    public Hint() {
        getStyleClass().add("hint-box");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        offers.setAlignment(Pos.CENTER_LEFT);
        offers.setManaged(false);
        getChildren().addAll(text, offers);
    }

    public void says(String sentences) {
        if (!text.text().equals(sentences)) {
            text.setText(sentences);
        }
    }

    public String text() {
        return text.text();
    }

    /** @param words with an underscore before the mnemonic */
    public Button offers(String words, Runnable action) {
        Button button = new Button(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.BUTTON_OUTLINED);
        button.setOnAction(event -> action.run());
        offers.getChildren().add(button);
        offers.setManaged(true);
        return button;
    }
}
