package linkdoctor.ui.page;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.explain.Explanation;
import linkdoctor.facts.Target;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.VaultModel;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.start.Chosen;
import linkdoctor.ui.model.start.ExplainModel;
import linkdoctor.ui.model.start.VaultChoice;
import linkdoctor.ui.page.vault.Answer;
import linkdoctor.ui.page.vault.VaultList;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.Columns;
import linkdoctor.ui.part.form.Labelled;
import linkdoctor.ui.part.form.Notice;

/** Which vault: one field that filters the list and takes a vault in any form, or an error. */
final class VaultPage implements Page {
    private final WizardModel model;
    private final VaultModel vaults;
    private final ExplainModel explain;
    private final VaultChoice choice;
    private final TextField field = new TextField();
    private final VBox view = new VBox();

    VaultPage(WizardModel model, ExplainModel explain) {
        this.model = model;
        this.vaults = model.vaults();
        this.explain = explain;
        choice = new VaultChoice(vaults, model.work(), model.signIn().cloud(), model::parse);
        VaultList list = new VaultList(vaults, choice, this::take);
        field.setId("vault-filter");
        field.setPromptText("A name, host name, URI or resource id, or the error you got");
        field.setAccessibleText("Vault: a name, host name, URI or resource id, or the error you got");
        field.textProperty().bindBidirectional(vaults.filter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, list::keys);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Answer answer = new Answer(choice, model::checkNamed, model::check, this::explain);
        view.getStyleClass().addAll("start-page", "vault-page");
        view.getChildren().addAll(nobody(), hint("Filter the list, or name any vault; one that is not listed will do as well."), field, answer, list, progress(), troubles(), more());
    }

    private Node nobody() {
        Button signIn = new Button("_Sign in");
        signIn.setMinWidth(Button.USE_PREF_SIZE);
        signIn.setOnAction(event -> model.navigation().go(Place.Page.SIGN_IN));
        Notice notice = new Notice(Notice.Kind.HINT, ready().map(is -> is ? ""
                : "Nobody has signed in yet. Sign in to see your vaults and to look at one, or go on without there."), signIn);
        notice.setId("nobody");
        return notice;
    }

    private ObservableValue<Boolean> ready() {
        return model.signIn().state().map(state -> switch (state) {
            case SignInState.In in -> true;
            case SignInState.Without without -> true;
            case SignInState.Out out -> false;
            case SignInState.Starting starting -> false;
            case SignInState.Waiting waiting -> false;
        });
    }

    private Node progress() {
        Label said = new Label();
        said.setId("vault-progress");
        said.textProperty().bind(vaults.progress());
        said.setWrapText(true);
        said.getStyleClass().add("text-muted");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Vaults are being listed");
        bar.setMinWidth(ProgressBar.USE_PREF_SIZE);
        bar.visibleProperty().bind(vaults.listing());
        bar.managedProperty().bind(bar.visibleProperty());
        HBox row = new HBox(bar, said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        row.managedProperty().bind(said.textProperty().isNotEmpty());
        return row;
    }

    private Node troubles() {
        VBox said = new VBox();
        said.getStyleClass().add("block");
        TitledPane pane = new TitledPane("", said);
        pane.setId("vault-troubles");
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.textProperty().bind(Bindings.size(vaults.troubles()).map(many -> "Not everything could be listed (" + many + ")"));
        pane.visibleProperty().bind(Bindings.isNotEmpty(vaults.troubles()));
        pane.managedProperty().bind(pane.visibleProperty());
        vaults.troubles().addListener((ListChangeListener<String>) change ->
                said.getChildren().setAll(vaults.troubles().stream().map(one -> SelectableText.of(one)).toList()));
        return pane;
    }

    private Node more() {
        TextField ip = new TextField();
        ip.setId("endpoint-ip");
        ip.setPromptText("10.1.1.5");
        ip.textProperty().bindBidirectional(choice.endpointIp());
        Label why = hint("When you may not read the endpoint, and somebody told you its address.");
        TextField subscription = new TextField();
        subscription.setId("subscription");
        subscription.setPromptText("Id or name");
        subscription.textProperty().bindBidirectional(choice.subscription());
        Label where = hint("Where to look first, when the vault is not in the list.");
        TitledPane more = new TitledPane("More", new Columns(new Labelled("Private endpoint's _address", ip, why),
                new Labelled("S_ubscription", subscription, where)));
        more.setId("vault-more");
        more.setAnimated(false);
        more.setExpanded(false);
        return more;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        return hint;
    }

    private void take() {
        if (ready().getValue()) {
            switch (choice.choice().getValue()) {
                case Chosen.Of(Target target) -> model.check(target);
                case Chosen.Error(Explanation error) -> error.vault().ifPresent(model::checkNamed);
                case Chosen.None none -> { }
                case Chosen.Refused refused -> { }
            }
        }
    }

    private void explain() {
        explain.text().set(vaults.filter().get());
        model.navigation().go(Place.Page.EXPLAIN);
    }

    @Override
    public String title() {
        return "Which vault?";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node focus() {
        return field;
    }

    @Override
    public Optional<Next> next() {
        ObservableValue<Boolean> possible = ready().flatMap(is -> choice.choice().map(chosen -> is && switch (chosen) {
            case Chosen.Of of -> true;
            case Chosen.Error(Explanation error) -> error.vault().isPresent();
            case Chosen.None none -> false;
            case Chosen.Refused refused -> false;
        }));
        return Optional.of(new Next("Check this _vault", this::take, possible));
    }
}
