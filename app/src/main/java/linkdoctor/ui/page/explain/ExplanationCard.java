package linkdoctor.ui.page.explain;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import linkdoctor.explain.Explanation;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.FactTable;
import linkdoctor.ui.part.form.LongId;
import linkdoctor.ui.part.form.Offer;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.row.RemedyBox;

/** What an error means: the layer and the verdict first, then who, where and what, then why and what to do. */
public final class ExplanationCard extends VBox {
    private final Means means;

    /** @param check looks at the vault of this name */
    public ExplanationCard(Explanation what, Means means, Consumer<String> check) {
        this.means = means;
        getStyleClass().addAll("card", "explanation");
        SelectableText title = SelectableText.of(what.title(), "explanation-title");
        title.setId("explanation-title");
        getChildren().addAll(new LayerMark(what.layer()), title);
        FactTable facts = facts(what);
        if (!facts.getChildren().isEmpty()) {
            getChildren().add(facts);
        }
        getChildren().add(SelectableText.of(what.explanation()));
        what.vault().ifPresent(vault -> getChildren().add(buttons(vault, check)));
        remedies(what);
        what.link().ifPresent(this::link);
    }

    private static FactTable facts(Explanation what) {
        FactTable facts = new FactTable();
        row(facts, "Vault", what.vault());
        row(facts, "Region", what.location());
        row(facts, "Came from", what.clientAddress());
        row(facts, "Asked for", what.action());
        id(facts, "Application", "the application id", what.caller().appId());
        id(facts, "Object", "the object id", what.caller().objectId());
        id(facts, "Tenant", "the tenant id", what.caller().tenant());
        row(facts, "Identity of", what.caller().resourceId());
        row(facts, "Inner code", what.innerCode());
        row(facts, "In the checklist", what.code());
        return facts;
    }

    private static void row(FactTable facts, String name, Optional<String> value) {
        value.ifPresent(known -> facts.row(name, known));
    }

    private static void id(FactTable facts, String name, String what, Optional<String> id) {
        id.ifPresent(known -> facts.row(name, new LongId(what, known)));
    }

    private static Offer buttons(String vault, Consumer<String> check) {
        Button button = new Button("Check " + vault);
        button.setId("check-explained");
        button.setMnemonicParsing(false);
        button.getStyleClass().add("accent");
        button.setOnAction(event -> check.accept(vault));
        return new Offer("Goes through the whole checklist for it, from this machine.", button);
    }

    private void remedies(Explanation what) {
        if (!what.remedies().isEmpty()) {
            Label heading = new Label(what.remedies().size() == 1 ? "What to do" : "What to do, one of these");
            heading.getStyleClass().add("section-heading");
            getChildren().add(heading);
            what.remedies().forEach(one -> getChildren().add(new RemedyBox(one, UnaryOperator.identity(), means)));
        }
    }

    private void link(String page) {
        Hyperlink link = new Hyperlink("Microsoft's page on it");
        link.setOnAction(event -> means.openLink().accept(URI.create(page)));
        getChildren().add(link);
    }
}
