package linkdoctor.ui.page.vault;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.explain.Explanation;
import linkdoctor.facts.Target;
import linkdoctor.ui.model.start.Chosen;
import linkdoctor.ui.model.start.VaultChoice;
import linkdoctor.ui.part.form.Notice;

/** What was written comes to: a refusal, an error that was pasted, or another vault than the list's. */
public final class Answer extends VBox {
    private final ObservableValue<Optional<Explanation>> error;

    /**
     * @param check   looks at the vault of this name
     * @param take    looks at this very vault
     * @param explain shows the pasted error's page
     */
    public Answer(VaultChoice choice, Consumer<String> check, Consumer<Target> take, Runnable explain) {
        getStyleClass().add("block");
        error = choice.choice().map(chosen -> chosen instanceof Chosen.Error(Explanation one) ? Optional.of(one) : Optional.empty());
        Notice refused = new Notice(Notice.Kind.TROUBLE, choice.choice().map(chosen -> chosen instanceof Chosen.Refused(String said) ? said : ""));
        refused.setId("vault-refused");

        Button checkNamed = new Button();
        checkNamed.setId("check-named");
        checkNamed.setMinWidth(Button.USE_PREF_SIZE);
        checkNamed.textProperty().bind(error.map(one -> one.flatMap(Explanation::vault).map(vault -> "Check " + vault).orElse("")));
        checkNamed.visibleProperty().bind(error.map(one -> one.flatMap(Explanation::vault).isPresent()));
        checkNamed.managedProperty().bind(checkNamed.visibleProperty());
        checkNamed.setOnAction(event -> error.getValue().flatMap(Explanation::vault).ifPresent(check));
        Button explainIt = new Button("_Explain this error");
        explainIt.setId("explain-it");
        explainIt.setMinWidth(Button.USE_PREF_SIZE);
        explainIt.setOnAction(event -> explain.run());
        Notice pasted = new Notice(Notice.Kind.HINT, error.map(one -> one.map(Answer::said).orElse("")), checkNamed, explainIt);
        pasted.setId("pasted-error");

        Button asWritten = new Button();
        asWritten.setId("as-written");
        asWritten.getStyleClass().addAll("flat", "accent");
        asWritten.setMnemonicParsing(false);
        asWritten.textProperty().bind(choice.asWritten().map(one -> one.map(target -> "Check \"" + target.vault() + "\" as it is written").orElse("")));
        asWritten.visibleProperty().bind(choice.asWritten().map(Optional::isPresent));
        asWritten.managedProperty().bind(asWritten.visibleProperty());
        asWritten.setOnAction(event -> choice.asWritten().getValue().ifPresent(take));
        getChildren().addAll(refused, pasted, asWritten);
        managedProperty().bind(refused.visibleProperty().or(pasted.visibleProperty()).or(asWritten.visibleProperty()));
    }

    private static String said(Explanation error) {
        return error.vault().map(vault -> "This error names the vault " + vault + ": ").orElse("This is an error, and it names no vault: ") + error.title() + ".";
    }
}
