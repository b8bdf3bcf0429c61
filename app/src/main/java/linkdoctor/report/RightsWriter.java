package linkdoctor.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import linkdoctor.check.permission.Migration;
import linkdoctor.check.permission.PermissionTable;
import linkdoctor.check.permission.Permissions;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.remedy.Remedy;
import linkdoctor.report.Report.Becomes;
import linkdoctor.report.Report.Move;
import linkdoctor.report.Report.Repair;
import linkdoctor.report.Report.Right;
import linkdoctor.report.Report.Rights;
import linkdoctor.report.Report.Stage;
import linkdoctor.report.Report.Text;

/**
 * The part of the report's model that tells what each principal may do.
 *
 * @param text   a text as one reads it
 * @param repair a remedy as the report has it
 */
record RightsWriter(Function<String, Text> text, Function<Remedy, Repair> repair) {

    List<Rights> tables(Snapshot facts) {
        return Permissions.of(facts).stream().map(table -> table(table, facts.target().vault())).toList();
    }

    private Rights table(PermissionTable table, String vault) {
        return new Rights(text.apply(table.title(vault)).brief(), text.apply(table.who() + " is " + table.about() + ". " + table.model()),
                table.groups().stream().map(this::right).toList(), table.remarks().stream().map(text).toList(), table.remedies().stream().map(repair).toList());
    }

    private Right right(PermissionTable.Group group) {
        return new Right(group.kind().word(), group.verdict().status(), group.verdict().word(), Words.line(String.join(", ", group.actions())),
                text.apply(group.verdict().because()));
    }

    Optional<Move> move(Snapshot facts) {
        return Migration.of(facts).map(migration -> new Move(migration.entries().stream().map(this::becomes).toList(),
                migration.steps().stream().map(step -> new Stage(text.apply(step.text()), step.commands().stream().map(Words::harmless).toList())).toList()));
    }

    private Becomes becomes(Migration.Entry entry) {
        return new Becomes(text.apply(entry.objectId()), Words.line(entry.given()), entry.becomes(),
                entry.more().isEmpty() ? "" : "Won: " + String.join("; ", entry.more()) + ".",
                entry.lost().isEmpty() ? "" : Words.line("Lost: " + String.join("; ", entry.lost()) + "."));
    }
}
