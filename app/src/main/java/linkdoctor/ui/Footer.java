package linkdoctor.ui;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;

import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.RunModel;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.Page;

/** What one can do on every page, and how far a run has come. */
final class Footer extends HBox {
    private final WizardModel model;
    private final Button back = new Button("_Back");
    private final Button again = new Button("_Check again");
    private final Button watch = new Button("_Watch until fixed");
    private final Button all = new Button("Run _all");
    private final Button cancel = new Button("Cance_l");
    private Optional<Page> shown = Optional.empty();
    private final Button next = new Button("_Next");

    Footer(WizardModel model) {
        this.model = model;
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        ReadOnlyObjectProperty<Activity> activity = model.run().activity();
        BooleanBinding busy = Bindings.createBooleanBinding(() -> !model.run().idle(), activity);
        BooleanBinding onSection = Bindings.createBooleanBinding(() -> section().isPresent(), model.navigation().place());
        BooleanBinding unable = Bindings.createBooleanBinding(() -> !model.canLook() || !model.run().idle(),
                activity, model.target(), model.signIn().state());
        BooleanExpression unknown = BooleanExpression.booleanExpression(model.run().diagnosis().map(Optional::isEmpty));

        button(back, "back", "The page before (Alt+Left)", model.navigation()::back);
        back.disableProperty().bind(Bindings.not(BooleanExpression.booleanExpression(model.navigation().canGoBack())));
        button(again, "check-again", "Look afresh at what this section rests on (F5)", () -> section().ifPresent(model::checkAgain));
        shownWhen(again, onSection);
        again.disableProperty().bind(unable.or(unknown));
        button(watch, "watch", "Look again every few seconds until this section's status changes", () -> section().ifPresent(model::watch));
        shownWhen(watch, onSection);
        BooleanBinding nothingToWaitFor = Bindings.createBooleanBinding(() -> model.run().diagnosis().get()
                .flatMap(known -> section().map(here -> RunModel.status(known, here))).filter(status -> status != Status.PASS && status != Status.SKIPPED).isEmpty(),
                model.run().diagnosis(), model.navigation().place());
        watch.disableProperty().bind(unable.or(nothingToWaitFor));
        button(all, "run-all", "Look at everything (Ctrl+R)", model::runAll);
        shownWhen(all, BooleanExpression.booleanExpression(model.target().map(Optional::isPresent)));
        all.disableProperty().bind(unable);

        RunStatus progress = new RunStatus(model);
        // It takes what room is left, and what it says makes the footer no higher.
        progress.setPrefSize(0, 0);
        progress.setMinHeight(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        shownWhen(progress, progress.speaks());
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        shownWhen(room, progress.speaks().not());

        button(cancel, "cancel", "End the look and keep what is known (Esc)", model.run()::cancel);
        shownWhen(cancel, busy);
        next.setId("next");
        next.setDefaultButton(true);
        next.setMinWidth(USE_PREF_SIZE);
        // What is to be done on a page may change while somebody signs in there.
        model.signIn().state().addListener((property, old, now) -> shown.ifPresent(this::show));
        getChildren().addAll(new Lines(back, again, watch, all, new VerdictButton(model)), progress, room, cancel, next);
    }

    private static void button(Button button, String id, String says, Runnable action) {
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(says));
        button.setOnAction(event -> action.run());
    }

    private static void shownWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private Optional<Section> section() {
        return model.navigation().place().get() instanceof Place.OfSection(Section section) ? Optional.of(section) : Optional.empty();
    }

    /** Buttons in one line, and in more where there is no room for that. */
    private static final class Lines extends FlowPane {
        Lines(Button... buttons) {
            super(buttons);
            getStyleClass().add("lines");
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected double computeMinWidth(double height) {
            return getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0);
        }

        @Override
        protected double computePrefWidth(double height) {
            double buttons = getManagedChildren().stream().mapToDouble(child -> snapSizeX(child.prefWidth(-1))).sum();
            return buttons + getHgap() * Math.max(0, getManagedChildren().size() - 1);
        }
    }

    /** A page has come to the front: the button at the right does what is to be done there. */
    void show(Page page) {
        shown = Optional.of(page);
        next.disableProperty().unbind();
        next.setDisable(false);
        Optional<Page.Next> own = page.next();
        boolean onTheWay = Place.WAY.indexOf(model.navigation().place().get()) < Place.WAY.size() - 1
                && Place.WAY.contains(model.navigation().place().get());
        next.setVisible(own.isPresent() || onTheWay);
        next.getStyleClass().remove(Styles.ACCENT);
        if (own.isPresent()) {
            next.setText(own.get().text());
            next.setOnAction(event -> own.get().action().run());
            next.disableProperty().bind(BooleanExpression.booleanExpression(own.get().possible()).not());
        } else {
            next.setText("_Next");
            next.setOnAction(event -> model.navigation().next());
        }
        next.getStyleClass().add(Styles.ACCENT);
    }
}
