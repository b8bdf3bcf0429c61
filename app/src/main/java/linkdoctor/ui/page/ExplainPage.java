package linkdoctor.ui.page;

import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import linkdoctor.explain.Explanation;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.start.ExplainModel;
import linkdoctor.ui.page.explain.ExplanationCard;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;
import linkdoctor.ui.part.form.PasteArea;
import linkdoctor.ui.part.row.Means;

/** Explains an error that the user pastes, as it is typed. */
final class ExplainPage implements Page {
    private static final String EXAMPLE = """
            {"error":{"code":"Forbidden","message":"Public network access is disabled and request is not from a trusted service \
            nor via an approved private link.\\r\\nCaller: appid=33333333-3333-4333-8333-333333333333;oid=44444444-4444-4444-8444-444444444444;\
            iss=https://sts.windows.net/11111111-1111-4111-8111-111111111111/\\r\\nVault: fabrikam;location=westeurope",\
            "innererror":{"code":"ForbiddenByConnection"}}}""";
    private final WizardModel model;
    private final ExplainModel explain;
    private final Means means;
    private final PasteArea text = new PasteArea("Paste the error here: from an application, a pipeline, a tool, the portal or a log", "The error");
    private final VBox answer = new VBox();
    private final VBox view = new VBox();

    ExplainPage(WizardModel model, ExplainModel explain, Means means) {
        this.model = model;
        this.explain = explain;
        this.means = means;
        text.setId("error-text");
        text.whole().addListener((property, old, now) -> explain.text().set(now));
        answer.getStyleClass().add("block");
        view.getStyleClass().addAll("start-page", "explain-page");
        Notice cut = new Notice(Notice.Kind.HINT, text.longer());
        cut.setId("error-cut");
        view.getChildren().addAll(text, cut, buttons(), answer);
        explain.explanation().subscribe(this::show);
    }

    private Node buttons() {
        Button clear = new Button("Cl_ear");
        clear.setId("clear-error");
        clear.disableProperty().bind(text.textProperty().isEmpty());
        clear.setOnAction(event -> {
            text.clear();
            text.requestFocus();
        });
        Button example = new Button("Show an e_xample");
        example.setId("example-error");
        example.setOnAction(event -> text.setText(EXAMPLE));
        return new Offer("It is read here, on this machine; nothing is sent anywhere.", clear, example);
    }

    private void show(Optional<Explanation> what) {
        answer.getChildren().setAll(what.<Node>map(one -> new ExplanationCard(one, means, model::checkNamed)).orElseGet(ExplainPage::before));
    }

    private static Node before() {
        Label hint = new Label("What the error means appears here as you type: the layer that it comes from (network, identity, permission, DNS, TLS \u2026), "
                + "who asked from where for what, why it happens, and what to do.");
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        return hint;
    }

    @Override
    public String title() {
        return "What does this error mean?";
    }

    @Override
    public Node view() {
        return view;
    }

    /** Another page may have brought a text here. */
    @Override
    public void shown() {
        if (!explain.text().get().equals(text.whole().get())) {
            text.setText(explain.text().get());
        }
    }

    @Override
    public Node focus() {
        return text;
    }
}
