package linkdoctor.ui.page;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import linkdoctor.engine.Version;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.FactTable;

/** What this program is, does and does not do, and where it keeps what. */
final class AboutPage implements Page {
    private final Button open = new Button("_Open the folder");
    private final VBox view = new VBox();

    /** @param sessions where sessions are kept */
    AboutPage(Path sessions, Consumer<URI> openLink) {
        view.getStyleClass().addAll("start-page", "about");
        open.setId("open-folder");
        open.setOnAction(event -> openLink.accept(sessions.toUri()));
        FactTable facts = new FactTable();
        facts.row("Version", Version.NUMBER);
        facts.row("Java", Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")");
        facts.row("JavaFX", System.getProperty("javafx.runtime.version", "not told"));
        facts.row("System", System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + ", " + System.getProperty("os.arch", ""));
        facts.row("Sessions", sessions.toString());
        facts.row("", new FlowPane(open));
        view.getChildren().addAll(
                said("What it does", "Finds out why this machine cannot reach an Azure Key Vault over its private endpoint. It goes through the checklist "
                        + "of Microsoft's private link guide: the vault, the client, the connection, the firewall, DNS, the private DNS zone, the live "
                        + "request and access. It names one root cause, shows the evidence for it, and says how to repair it."),
                said("What it does not do", "It changes nothing, in Azure or on this machine: repairs are commands that you run yourself. It reads no secret's "
                        + "value. It sends nothing to anyone but the services that it asks, and asks nobody for updates."),
                said("What it keeps", "Each look is kept as a session in the folder below, for you alone, the newest thirty of them. A session holds names, "
                        + "addresses and identifiers of your network, and never a token or a secret."),
                facts);
    }

    private static Node said(String what, String text) {
        Label heading = new Label(what);
        heading.getStyleClass().add("section-heading");
        VBox block = new VBox(heading, SelectableText.of(text));
        block.getStyleClass().add("block");
        return block;
    }

    @Override
    public String title() {
        return "About Link Doctor";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node focus() {
        return open;
    }
}
