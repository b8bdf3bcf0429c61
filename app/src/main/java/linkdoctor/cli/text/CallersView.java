package linkdoctor.cli.text;

import java.util.Arrays;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.callers.Caller;
import linkdoctor.check.callers.Cell;
import linkdoctor.check.callers.Gate;
import linkdoctor.check.callers.Passage;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.check.outside.OutsideCaller;

/** The table of who gets in, as text that fits eighty columns. */
public final class CallersView {
    private static final int COLUMNS = 80;
    private static final int NAME = 27;
    private static final int GATE = 7;
    private final Sheet sheet;

    private CallersView(Sheet sheet) {
        this.sheet = sheet;
    }

    public static String of(WhoGetsIn table, Diagnosis diagnosis, Look look) {
        CallersView view = new CallersView(Sheet.of(look, diagnosis.facts(), COLUMNS));
        view.sheet.heading("Who gets in");
        view.legend();
        view.sheet.text().line(0, " ".repeat(NAME + 3) + Arrays.stream(Gate.values()).map(gate -> padded(gate.brief(), GATE)).collect(Collectors.joining()).stripTrailing());
        table.entries().forEach(entry -> view.entry(entry, table.changed()));
        view.foot(table);
        return view.sheet.text().toString();
    }

    private void legend() {
        String signs = Arrays.stream(Cell.State.values()).map(state -> sheet.style().sign(state) + Layout.GLUE + state.word().toLowerCase(java.util.Locale.ROOT)
                .replace(' ', Layout.GLUE)).collect(Collectors.joining("  "));
        sheet.text().line(3, signs).blank();
    }

    private void entry(WhoGetsIn.Entry entry, boolean compared) {
        Caller caller = entry.caller();
        row(caller.name(), entry.now());
        String more = caller.more().isEmpty() ? "" : Character.toUpperCase(caller.more().charAt(0)) + caller.more().substring(1) + ". ";
        sheet.detail(more + entry.now().ends() + ". " + entry.now().said());
        entry.after().ifPresentOrElse(after -> {
            row("  after the fix", after);
            sheet.detail(after.ends() + ". " + after.said());
        }, () -> {
            if (compared) {
                sheet.text().wrapped(5, "", 0, "After the fix: as now.", sheet.style()::dim);
            }
        });
        entry.advised().ifPresent(this::advice);
    }

    private void row(String name, Passage passage) {
        StringBuilder row = new StringBuilder(sheet.style().bold(padded(cut(sheet.style().plain(name)), NAME)));
        for (Gate gate : Gate.values()) {
            row.append(sheet.style().sign(passage.cell(gate).state())).append(" ".repeat(GATE - 1));
        }
        sheet.text().line(3, row.toString().stripTrailing());
    }

    private void advice(OutsideCaller kind) {
        sheet.detail(kind.standing());
        kind.advice().forEach(one -> sheet.text().wrapped(5, "- ", 2, sheet.prose().of(one)));
        sheet.text().line(5, "See " + kind.link());
    }

    private void foot(WhoGetsIn table) {
        sheet.text().blank();
        sheet.text().wrapped(3, sheet.prose().of(table.identity()));
        sheet.text().wrapped(3, sheet.prose().of(table.fix()));
    }

    private static String cut(String name) {
        return name.length() < NAME ? name : name.substring(0, NAME - 5) + "...";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
