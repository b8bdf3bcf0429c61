package linkdoctor.cli.text;

import linkdoctor.check.verdict.ServiceLog;

/** What the service saw, below the checks of access: the query as it can be pasted, and the rows where it was put. */
final class ServiceLogView {
    private ServiceLogView() {
    }

    /**
     * The query itself, of some 25 lines, stands here where it was put; where it was not, the commands that put it or print it do.
     *
     * @param again how to have the workspace asked, for those who did not
     * @param query the command that prints such a query alone
     */
    static void add(Sheet sheet, ServiceLog log, String again, String query) {
        sheet.text().blank();
        sheet.led(3, "What the service saw: ", log.lead());
        log.rows().forEach(row -> sheet.text().wrapped(5, sheet.style().dim("- "), 2, sheet.prose().of(row.at() + " " + ServiceLog.told(row))));
        if (log.more() > 0) {
            sheet.text().line(7, sheet.style().dim("and " + log.more() + " older, which --output json shows"));
        }
        if (!log.said().isEmpty()) {
            sheet.detail(log.said());
        }
        if (log.rows().isEmpty() && log.said().isEmpty()) {
            sheet.detail("To have it put, and the rows shown here: " + again);
            sheet.detail("To print one for anybody's requests of the last 24 hours: " + query);
        } else {
            log.query().lines().forEach(line -> sheet.text().line(5, sheet.style().command(line)));
        }
    }
}
