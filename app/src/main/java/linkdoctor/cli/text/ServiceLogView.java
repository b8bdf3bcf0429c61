package linkdoctor.cli.text;

import linkdoctor.check.verdict.ServiceLog;

/** What the service saw, below the checks of access: the query as it can be pasted, and the rows where it was put. */
final class ServiceLogView {
    private ServiceLogView() {
    }

    /** @param again how to have the workspace asked, for those who did not */
    static void add(Sheet sheet, ServiceLog log, String again) {
        sheet.text().blank();
        sheet.led(3, "What the service saw: ", log.lead());
        log.rows().forEach(row -> sheet.text().wrapped(5, sheet.style().dim("- "), 2, sheet.prose().of(row.at() + " " + ServiceLog.told(row))));
        if (log.more() > 0) {
            sheet.text().line(7, sheet.style().dim("and " + log.more() + " older, which --output json shows"));
        }
        if (!log.said().isEmpty()) {
            sheet.detail(log.said());
        }
        log.query().lines().forEach(line -> sheet.text().line(5, sheet.style().command(line)));
        if (log.rows().isEmpty() && log.said().isEmpty()) {
            sheet.detail("To have the workspace asked, and the rows shown here: " + again);
        }
    }
}
