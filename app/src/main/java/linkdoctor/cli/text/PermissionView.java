package linkdoctor.cli.text;

import java.util.List;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.check.permission.Migration;
import linkdoctor.check.permission.ObjectKind;
import linkdoctor.check.permission.PermissionTable;
import linkdoctor.check.permission.Permissions;
import linkdoctor.facts.Snapshot;

/** What each principal may do in the vault, as text for a terminal. */
public final class PermissionView {
    private final Sheet sheet;
    private final RemedyView remedies;
    private final String vault;

    private PermissionView(Sheet sheet, RemedyView remedies, String vault) {
        this.sheet = sheet;
        this.remedies = remedies;
        this.vault = vault;
    }

    /** The signed-in identity and all others that were asked about, on a sheet of its own. */
    public static String of(Diagnosis diagnosis, Look look) {
        Sheet sheet = Sheet.of(look, diagnosis.facts());
        add(sheet, new RemedyView(sheet, diagnosis.facts(), List.of()), diagnosis.facts());
        return sheet.text().toString();
    }

    /** The same at the end of another text. */
    static void add(Sheet sheet, RemedyView remedies, Snapshot facts) {
        PermissionView view = new PermissionView(sheet, remedies, facts.target().vault());
        Permissions.of(facts).forEach(view::table);
        Migration.of(facts).ifPresent(view::migration);
    }

    private void table(PermissionTable table) {
        sheet.heading(sheet.prose().of(table.title(vault)));
        sheet.text().wrapped(3, sheet.prose().of(table.who() + " is " + table.about() + ". " + table.model()));
        for (ObjectKind kind : ObjectKind.values()) {
            List<PermissionTable.Group> groups = table.groups().stream().filter(group -> group.kind() == kind).toList();
            if (!groups.isEmpty()) {
                sheet.text().line(3, sheet.style().bold(kind.word()));
                groups.forEach(group -> sheet.text().wrapped(5, sheet.style().icon(group.verdict().status()) + " ", 2,
                        sheet.prose().of(group.said() + ": " + group.verdict().because())));
            }
        }
        table.remarks().forEach(remark -> sheet.entry(Status.NOTE, remark));
        table.remedies().forEach(remedies::add);
    }

    private void migration(Migration migration) {
        sheet.heading("To go over from access policies to roles");
        for (Migration.Entry entry : migration.entries()) {
            sheet.text().wrapped(3, "- ", 2, sheet.prose().of("principal " + entry.objectId() + " has " + entry.given() + ": " + entry.becomes()));
            if (!entry.more().isEmpty()) {
                sheet.detail("Beyond that it may then " + String.join("; ", entry.more()) + ".");
            }
            if (!entry.lost().isEmpty()) {
                sheet.detail("It loses " + String.join("; ", entry.lost()) + ".");
            }
        }
        int number = 1;
        for (Migration.Step step : migration.steps()) {
            sheet.text().wrapped(3, number++ + ". ", 3, sheet.prose().of(step.text()));
            step.commands().forEach(command -> sheet.text().line(6, sheet.style().command(command)));
        }
    }
}
