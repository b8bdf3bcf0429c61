package linkdoctor.report;

import linkdoctor.picture.LanesSvg;
import linkdoctor.picture.PathSvg;

/** The report as one page that needs nothing else: no script, nothing from the network; it prints on A4. */
public final class HtmlReport {
    private HtmlReport() {
    }

    public static String of(Report report) {
        return Template.HTML.fill(new Page(report, PathSvg.of(report.path()), LanesSvg.of(report.lanes())));
    }

    /** What the template names. */
    private record Page(Report report, String picture, String lanes) {
    }
}
