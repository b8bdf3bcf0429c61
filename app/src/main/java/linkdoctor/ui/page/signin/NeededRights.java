package linkdoctor.ui.page.signin;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

import linkdoctor.ui.part.SelectableText;

/** What the checklist reads and which role covers it, to ask for before one needs it. */
public final class NeededRights extends TitledPane {

    /** A place with the reads there. */
    private record Needed(String where, String role, List<String> reads) {
    }

    private static final List<Needed> ALL = List.of(
            new Needed("The vault's subscription", "Reader", List.of("Microsoft.KeyVault/vaults/read", "Microsoft.KeyVault/vaults/privateEndpointConnections/read",
                    "Microsoft.KeyVault/deletedVaults/read", "Microsoft.Authorization/roleAssignments/read",
                    "Microsoft.Authorization/policyAssignments/read", "Microsoft.Insights/diagnosticSettings/read")),
            new Needed("The subscription of the private endpoint and its network", "Reader", List.of("Microsoft.Network/privateEndpoints/read",
                    "Microsoft.Network/networkInterfaces/read", "Microsoft.Network/virtualNetworks/read")),
            new Needed("The subscription of the private DNS zone, often a hub", "Reader", List.of("Microsoft.Network/privateDnsZones/read",
                    "Microsoft.Network/privateDnsZones/virtualNetworkLinks/read", "Microsoft.Network/privateDnsZones/A/read")),
            new Needed("The vault itself, to see whether it lets you in", "Key Vault Reader", List.of("Microsoft.KeyVault/vaults/secrets/readMetadata/action")));

    public NeededRights() {
        super("What the checklist reads", new VBox());
        setId("needed-rights");
        setExpanded(false);
        setAnimated(false);
        VBox content = (VBox) getContent();
        content.getStyleClass().add("block");
        content.getChildren().add(text("The role Reader covers all of it but the last. What cannot be read shows as \"Could not look\" with the right "
                + "that is missing; everything else is looked at all the same. Nothing is ever written, and no secret's value is read."));
        for (Needed one : ALL) {
            Label where = text(one.where() + ": " + one.role());
            where.getStyleClass().add("strong");
            content.getChildren().addAll(where, SelectableText.of(String.join("\n", one.reads()), "mono"));
        }
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
