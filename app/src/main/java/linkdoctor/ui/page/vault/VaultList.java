package linkdoctor.ui.page.vault;

import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.VaultModel;
import linkdoctor.ui.model.start.VaultChoice;
import linkdoctor.ui.part.form.WrappingCell;

/** The vaults that can be read, as they arrive. */
public final class VaultList extends ListView<VaultModel.Row> {
    private final Runnable take;

    /** @param take looks at the vault that is chosen */
    public VaultList(VaultModel model, VaultChoice choice, Runnable take) {
        super(model.shown());
        this.take = take;
        setId("vaults");
        getStyleClass().add("vaults");
        setAccessibleText("Vaults");
        setCellFactory(view -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(row -> choice.selected().set(Optional.ofNullable(row)));
        model.filter().subscribe(typed -> fit(typed.isBlank()));
        model.listing().subscribe(goesOn -> fit(model.filter().get().isBlank()));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
                event.consume();
            }
        });
        setPlaceholder(placeholder(model));
    }

    private static Label placeholder(VaultModel model) {
        Label none = new Label();
        none.setWrapText(true);
        none.getStyleClass().addAll("text-muted", "vaults-none");
        none.textProperty().bind(javafx.beans.binding.Bindings.createStringBinding(
                () -> model.listing().get() ? "Vaults appear here as they are found."
                        : model.all().isEmpty() ? "No vault was found here. One that cannot be listed can be looked at all the same: write its name above."
                        : "No vault of this list fits what is written above.", model.listing(), model.all()));
        return none;
    }

    /** While one types, the first that fits is the one that Enter takes; without a word, the only one there is. */
    private void fit(boolean untyped) {
        if (untyped && getItems().size() != 1) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().selectFirst();
        }
    }

    /** Moves through the list while the keys stay with the field above. */
    public void keys(KeyEvent event) {
        int by = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        if (by != 0 && !getItems().isEmpty()) {
            int at = Math.clamp((long) getSelectionModel().getSelectedIndex() + by, 0, getItems().size() - 1);
            getSelectionModel().select(at);
            scrollTo(Math.max(0, at - 1));
            event.consume();
        }
    }

    /** A vault: name, public access, subscription and region. */
    private final class Cell extends WrappingCell<VaultModel.Row> {
        private final Label name = new Label();
        private final Label where = new Label();
        private final Label access = new Label();

        private Cell() {
            HBox content = new HBox();
            super(content);
            name.getStyleClass().add("strong");
            name.setWrapText(true);
            where.setWrapText(true);
            where.getStyleClass().add("text-muted");
            access.getStyleClass().add("text-muted");
            access.setMinWidth(USE_PREF_SIZE);
            VBox text = new VBox(name, where);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            content.setAlignment(Pos.CENTER_LEFT);
            content.getStyleClass().add("vault-row");
            content.getChildren().setAll(text, access);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                    take.run();
                }
            });
        }

        @Override
        protected void show(VaultModel.Row row) {
            name.setText(row.vault().name());
            where.setText(row.subscription().name() + " \u00b7 " + row.vault().location());
            access.setText("Public access: " + row.publicAccess().toLowerCase(java.util.Locale.ROOT));
            setAccessibleText(name.getText() + ", " + where.getText() + ", " + access.getText());
        }
    }
}
