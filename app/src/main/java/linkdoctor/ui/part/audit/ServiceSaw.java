package linkdoctor.ui.part.audit;

import java.util.Optional;
import java.util.function.Function;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.ServiceLog;
import linkdoctor.facts.Words;
import linkdoctor.facts.monitor.AuditRow;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.form.FactTable;

/** The query that tells what the service saw, its rows where it was put, and the way to put it; there only where the vault refused something. */
public final class ServiceSaw extends VBox {
    private final WizardModel model;
    private final ToggleButton show = new ToggleButton("Show the _query");
    private final Button ask = new Button("As_k the workspace");
    private Optional<ServiceLog> drawn = Optional.empty();

    public ServiceSaw(WizardModel model) {
        this.model = model;
        getStyleClass().addAll("captioned", "service-saw");
        ask.setId("ask-service");
        ask.setOnAction(event -> model.askService());
        ask.setMinWidth(USE_PREF_SIZE);
        show.setId("show-query");
        show.setMinWidth(USE_PREF_SIZE);
        InvalidationListener fresh = changed -> refresh();
        model.run().diagnosis().addListener(fresh);
        model.run().activity().addListener(fresh);
        refresh();
    }

    private void refresh() {
        Optional<Diagnosis> known = model.run().diagnosis().get();
        Optional<ServiceLog> now = known.flatMap(ServiceLog::of);
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        boolean can = model.canLook() && known.flatMap(one -> one.facts().identity().known()).isPresent();
        ask.setVisible(can);
        ask.setManaged(can);
        ask.setDisable(!model.run().idle());
        if (!now.equals(drawn)) {
            drawn = now;
            getChildren().clear();
            now.ifPresent(log -> draw(log, new Readable(known.orElseThrow().facts())));
        }
    }

    private void draw(ServiceLog log, Readable readable) {
        Function<String, String> words = text -> Words.line(readable.of(text));
        Label caption = new Label("What the service saw");
        caption.getStyleClass().add("caption");
        getChildren().addAll(caption, SelectableText.told(log.lead(), words));
        if (!log.rows().isEmpty()) {
            FactTable table = new FactTable();
            table.setId("service-rows");
            log.rows().forEach(row -> table.row(words.apply(row.at()), told(row, words)));
            getChildren().add(table);
        }
        if (log.more() > 0) {
            getChildren().add(SelectableText.of("And " + log.more() + " older, which the session holds.", "muted"));
        }
        if (!log.said().isEmpty()) {
            getChildren().add(SelectableText.told(log.said(), words));
        }
        CommandBox query = new CommandBox(log.query());
        query.withoutCopy();
        query.visibleProperty().bind(show.selectedProperty());
        query.managedProperty().bind(show.selectedProperty());
        FlowPane buttons = new FlowPane(8, 8, ask, show, new CopyButton("the query", log::query));
        buttons.setRowValignment(javafx.geometry.VPos.CENTER);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(buttons, query);
    }

    private static SelectableText told(AuditRow row, Function<String, String> words) {
        SelectableText text = SelectableText.told(ServiceLog.told(row), words);
        text.setMinWidth(0);
        return text;
    }
}
