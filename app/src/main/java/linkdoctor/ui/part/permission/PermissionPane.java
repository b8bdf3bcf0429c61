package linkdoctor.ui.part.permission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.check.permission.Migration;
import linkdoctor.check.permission.ObjectKind;
import linkdoctor.check.permission.PermissionTable;
import linkdoctor.check.permission.Permissions;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.row.Caption;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.row.RemedyBox;

/** What each principal may do with what the vault keeps, and by what; nothing before the rights were looked at. */
public final class PermissionPane extends VBox {
    private final Means means;
    private Optional<Snapshot> shown = Optional.empty();

    public PermissionPane(Means means) {
        this.means = means;
        getStyleClass().add("permissions");
        setManaged(false);
        setVisible(false);
    }

    /** Shows what a diagnosis knows; what rests on the same facts stays as it is. */
    public void show(Optional<Diagnosis> diagnosis) {
        Optional<Snapshot> facts = diagnosis.map(Diagnosis::facts);
        if (facts.map(PermissionPane::basis).equals(shown.map(PermissionPane::basis))) {
            return;
        }
        shown = facts;
        getChildren().clear();
        facts.ifPresent(this::fill);
        setManaged(!getChildren().isEmpty());
        setVisible(isManaged());
    }

    /** The facts that the tables rest on. */
    private static List<Object> basis(Snapshot facts) {
        return List.of(facts.identity(), facts.vault(), facts.rights(), facts.principals());
    }

    private void fill(Snapshot facts) {
        if (facts.rights().known().isEmpty() && facts.rights().trouble().isEmpty()) {
            return;
        }
        Readable readable = new Readable(facts);
        Function<String, String> words = text -> Words.line(readable.of(text));
        Permissions.of(facts).forEach(table -> getChildren().add(table(table, facts.target().vault(), words)));
        Migration.of(facts).ifPresent(migration -> getChildren().add(migration(migration, words)));
    }

    private Node table(PermissionTable table, String vault, Function<String, String> words) {
        VBox card = new VBox(SelectableText.told(table.title(vault), words, "strong"),
                SelectableText.told(table.who() + " is " + table.about() + ". " + table.model(), words, "muted"));
        card.getStyleClass().add("card");
        for (ObjectKind kind : ObjectKind.values()) {
            List<Node> lines = table.groups().stream().filter(group -> group.kind() == kind).<Node>map(group -> line(group.verdict().status(),
                    group.said() + ": " + group.verdict().because(), words)).toList();
            if (!lines.isEmpty()) {
                card.getChildren().add(new Caption(kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1),
                        lines.toArray(Node[]::new)));
            }
        }
        if (!table.remarks().isEmpty()) {
            card.getChildren().add(new Caption("Worth knowing", table.remarks().stream().map(remark -> line(Status.NOTE, remark, words)).toArray(Node[]::new)));
        }
        table.remedies().forEach(remedy -> card.getChildren().add(new RemedyBox(remedy, words, means)));
        return card;
    }

    private static Node line(Status status, String said, Function<String, String> words) {
        StatusMark mark = StatusMark.iconOnly(Shown.of(status));
        mark.setMinWidth(USE_PREF_SIZE);
        // The sentence says it all; the word of a check's status would mislead.
        mark.setAccessibleText("");
        SelectableText text = SelectableText.told(said, words);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(mark, text);
        line.setAlignment(Pos.TOP_LEFT);
        line.setFillHeight(false);
        line.getStyleClass().add("permission-line");
        return line;
    }

    private static Node migration(Migration migration, Function<String, String> words) {
        VBox card = new VBox(SelectableText.of("To go over from access policies to roles", "strong"));
        card.getStyleClass().add("card");
        for (Migration.Entry entry : migration.entries()) {
            String more = entry.more().isEmpty() ? "" : " Beyond that it may then " + String.join("; ", entry.more()) + ".";
            String lost = entry.lost().isEmpty() ? "" : " It loses " + String.join("; ", entry.lost()) + ".";
            card.getChildren().add(SelectableText.told("Principal " + entry.objectId() + " has " + entry.given() + ": " + entry.becomes() + "." + more + lost, words));
        }
        int number = 1;
        for (Migration.Step step : migration.steps()) {
            card.getChildren().add(SelectableText.told(number++ + ". " + step.text(), words));
            card.getChildren().add(new CommandBox(String.join("\n", step.commands())));
        }
        return card;
    }
}
