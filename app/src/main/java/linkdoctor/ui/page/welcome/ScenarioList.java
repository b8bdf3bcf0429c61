package linkdoctor.ui.page.welcome;

import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import linkdoctor.engine.Engine;
import linkdoctor.ui.model.start.ScenarioModel;
import linkdoctor.ui.part.form.WrappingCell;

/** The practice cases, grouped as the guide is, with a field to filter them; Enter or a double click starts one. */
public final class ScenarioList extends VBox {
    private final ScenarioModel model;
    private final Consumer<Engine.Scenario> start;
    private final TextField filter = new TextField();
    private final ListView<Engine.Scenario> list;

    /** @param start what is done with the chosen case */
    public ScenarioList(ScenarioModel model, Consumer<Engine.Scenario> start) {
        this.model = model;
        this.start = start;
        list = new ListView<>(model.shown());
        getStyleClass().add("scenarios");
        filter.setId("scenario-filter");
        filter.setPromptText("Filter, for example: zone, pending, proxy");
        filter.setAccessibleText("Filter the practice cases");
        filter.textProperty().bindBidirectional(model.filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inFilter);
        list.setId("scenarios");
        list.setAccessibleText("Practice cases");
        list.setCellFactory(view -> new Case());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                start();
                event.consume();
            }
        });
        Label none = new Label();
        none.textProperty().bind(Bindings.concat("No case has all of the words \"", model.filter(), "\"."));
        none.setWrapText(true);
        list.setPlaceholder(none);
        model.filter().subscribe(typed -> list.getSelectionModel().selectFirst());
        model.shown().addListener((ListChangeListener<Engine.Scenario>) change -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        getChildren().addAll(filter, list);
    }

    /** The field that filters. */
    public TextField filter() {
        return filter;
    }

    /** What is chosen among the cases. */
    public javafx.beans.value.ObservableValue<Engine.Scenario> chosen() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /** Starts what is chosen. */
    public void start() {
        Engine.Scenario chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            start.accept(chosen);
        }
    }

    /** Typing stays in the field while the arrows move through the list. */
    private void inFilter(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> start();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int at = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - 1));
    }

    /** A case, below the heading of its group where it is the first of it. */
    private final class Case extends WrappingCell<Engine.Scenario> {
        private final Label heading = new Label();
        private final Label title = new Label();
        private final Label teaches = new Label();

        private Case() {
            VBox content = new VBox();
            super(content);
            getStyleClass().add("scenario");
            heading.getStyleClass().add("scenario-group");
            heading.managedProperty().bind(heading.visibleProperty());
            title.getStyleClass().add("strong");
            title.setWrapText(true);
            teaches.getStyleClass().add("text-muted");
            teaches.setWrapText(true);
            VBox text = new VBox(title, teaches);
            text.getStyleClass().add("scenario-text");
            content.getChildren().setAll(heading, text);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                    start();
                }
            });
        }

        @Override
        protected void show(Engine.Scenario scenario) {
            heading.setVisible(model.first(scenario));
            heading.setText(scenario.group());
            title.setText(scenario.title());
            teaches.setText(scenario.teaches());
            setAccessibleText(scenario.title() + ". " + scenario.teaches());
        }
    }
}
