package linkdoctor.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The face of what a machine said or reads. A style sheet names one family and no others to fall back on, so it is chosen here. */
final class Mono {
    private Mono() {
    }

    static String family(String operatingSystem) {
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        return os.startsWith("windows") ? "Consolas" : os.startsWith("mac") ? "Menlo" : "Monospaced";
    }

    /** A style sheet of one rule, as a URL. */
    static String styleSheet(String operatingSystem) {
        String rule = ".mono, .mono .text { -fx-font-family: \"" + family(operatingSystem) + "\"; }";
        return "data:text/css," + URLEncoder.encode(rule, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
