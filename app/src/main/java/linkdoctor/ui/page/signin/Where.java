package linkdoctor.ui.page.signin;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

import linkdoctor.facts.Cloud;
import linkdoctor.ui.model.SignInModel;
import linkdoctor.ui.part.form.Columns;
import linkdoctor.ui.part.form.Labelled;
import linkdoctor.ui.part.form.Notice;

/** Where to sign in: cloud and tenant, and what few need. */
public final class Where extends VBox {
    private final SignInModel model;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

    public Where(SignInModel model) {
        this.model = model;
        getStyleClass().add("block");
        TextField tenant = new TextField();
        tenant.setId("tenant");
        tenant.setPromptText("The vault's own; or an id or domain");
        tenant.textProperty().bindBidirectional(model.tenant());
        Columns where = new Columns(new Labelled("Clo_ud", cloud()), new Labelled("_Tenant", tenant));
        where.disableProperty().bind(model.scenario().map(Optional::isPresent));
        Notice trouble = new Notice(Notice.Kind.TROUBLE, refused);
        trouble.setId("cloud-refused");
        getChildren().addAll(where, trouble, more());
    }

    private HBox cloud() {
        ComboBox<Cloud> box = new ComboBox<>();
        box.setId("cloud");
        box.setAccessibleText("Cloud");
        box.getItems().setAll(Cloud.KNOWN);
        box.setConverter(new CloudName());
        box.setMaxWidth(Double.MAX_VALUE);
        model.cloud().subscribe(now -> {
            if (!box.getItems().contains(now)) {
                box.getItems().add(now);
            }
        });
        box.valueProperty().bindBidirectional(model.cloud());
        HBox.setHgrow(box, Priority.ALWAYS);
        Button file = new Button("_File\u2026");
        file.setId("cloud-file");
        file.setMinWidth(Button.USE_PREF_SIZE);
        file.setTooltip(new javafx.scene.control.Tooltip("A cloud as the JSON of Azure Resource Manager's /metadata/endpoints"));
        file.setOnAction(event -> choose("The cloud's endpoints").ifPresent(chosen -> {
            refused.set("");
            model.cloudFile(chosen, refused::set);
        }));
        HBox row = new HBox(box, file);
        row.getStyleClass().add("row");
        return row;
    }

    private TitledPane more() {
        TextField servers = new TextField();
        servers.setId("dns-servers");
        servers.setPromptText("10.0.0.4, 10.0.0.5:53");
        servers.textProperty().bindBidirectional(model.dnsServers().text());
        Notice wrong = new Notice(Notice.Kind.TROUBLE, model.dnsServers().trouble());
        wrong.setId("dns-wrong");
        Label dnsHint = hint("Asked beside the servers that this machine and its networks use.");
        Label caHint = hint("For a proxy that inspects TLS: its certificate authority, in PEM form.");
        VBox content = new VBox(new Labelled("More DNS _servers to ask", servers, wrong, dnsHint), new Labelled("_Extra trusted roots", caFile(), caHint));
        content.getStyleClass().add("block");
        TitledPane more = new TitledPane("More", content);
        more.setId("more");
        more.setExpanded(!model.dnsServers().text().get().isEmpty() || model.caFile().get().isPresent());
        more.setAnimated(false);
        return more;
    }

    private HBox caFile() {
        Label file = new Label();
        file.textProperty().bind(model.caFile().map(chosen -> chosen.map(Path::toString).orElse("None")));
        file.setMinWidth(0);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = new Button("C_hoose\u2026");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(event -> choose("Trusted roots (PEM)").ifPresent(chosen -> model.caFile().set(Optional.of(chosen))));
        Button none = new Button("None");
        none.setMinWidth(Button.USE_PREF_SIZE);
        none.disableProperty().bind(model.caFile().map(Optional::isEmpty));
        none.setOnAction(event -> model.caFile().set(Optional.empty()));
        HBox row = new HBox(file, none, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        return hint;
    }

    private Optional<Path> choose(String what) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(what);
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).map(File::toPath);
    }

    /** A cloud as one calls it. */
    private static final class CloudName extends StringConverter<Cloud> {
        private static final List<String> NAMES = List.of("Azure (public)", "Azure US Government", "Azure China (21Vianet)");

        @Override
        public String toString(Cloud cloud) {
            int known = Cloud.KNOWN.indexOf(cloud);
            return cloud == null ? "" : known < 0 ? cloud.name() : NAMES.get(known);
        }

        @Override
        public Cloud fromString(String name) {
            return Cloud.KNOWN.get(NAMES.indexOf(name));
        }
    }
}
