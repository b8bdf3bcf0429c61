package linkdoctor.ui.page.signin;

import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import linkdoctor.engine.Engine;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.ui.model.VaultModel;
import linkdoctor.ui.part.form.FactTable;
import linkdoctor.ui.part.form.LongId;
import linkdoctor.ui.part.SelectableText;

/** Who is signed in, and what that identity can read. */
public final class SignedIn extends VBox {
    private static final int FEW = 5;
    private final SelectableText rights = SelectableText.of("");
    /** Held, for who listens to a binding does not keep it. */
    private final StringBinding canRead;
    private final FactTable facts = new FactTable();

    public SignedIn(VaultModel vaults) {
        getStyleClass().addAll("card", "signed-in");
        // Where the eye is when one comes back: Enter then goes on.
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        rights.setId("rights");
        canRead = Bindings.createStringBinding(() -> rights(vaults), vaults.subscriptions(), vaults.troubles());
        canRead.subscribe(rights::setText);
        getChildren().add(facts);
    }

    /** Shows this identity, which is the lab's own where one practises without having signed in differently. */
    public void show(Identity who, Optional<Engine.Scenario> practice) {
        Node name = who.displayName().isEmpty() ? new LongId("the application id", who.appId()) : SelectableText.of(who.displayName(), "strong");
        name.setId("who");
        facts.clear();
        facts.row(who.displayName().isEmpty() ? "Application" : "Signed in as", name);
        facts.row(who.kind().equals("user") ? "User's object id" : "Object id", new LongId("the object id", who.objectId()));
        facts.row("Tenant", new LongId("the tenant id", who.tenant()));
        facts.row("How", practice.isPresent() && who.method().equals("environment") ? "The lab's own practice application" : way(who.method()));
        setAccessibleText("Signed in as " + (who.displayName().isEmpty() ? "application " + who.appId() : who.displayName()));
        facts.row("Can read", rights);
    }

    private static String way(String method) {
        return switch (method) {
            case "browser" -> "Browser";
            case "device-code" -> "Device code";
            case "cli" -> "Azure CLI";
            case "managed-identity" -> "Managed identity of this machine";
            case "environment" -> "Application, from the environment variables";
            default -> method;
        };
    }

    private static String rights(VaultModel vaults) {
        Optional<List<Subscription>> known = vaults.subscriptions().get();
        if (known.isEmpty()) {
            return vaults.troubles().isEmpty() ? "Listing the subscriptions\u2026" : String.join(" ", vaults.troubles());
        }
        List<String> names = known.get().stream().map(Subscription::name).toList();
        int more = names.size() - FEW;
        return names.isEmpty() ? "No subscription. What needs rights in Azure will show as could not look."
                : Words.count(names.size(), "subscription") + ": "
                + (more > 1 ? String.join(", ", names.subList(0, FEW)) + " and " + more + " more" : Words.list(names));
    }
}
