package linkdoctor.explain.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Checklist;
import linkdoctor.check.Finding;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/** Puts an explanation together from a text's values and what is known of its kind. */
final class Telling {
    private Telling() {
    }

    /** In the words of the checklist's finding, after what happened here. */
    static Explanation of(Reading reading, Layer layer, String code, String said, Remedy... remedies) {
        Finding finding = finding(code);
        return with(reading, layer, Optional.of(code), finding.title(), said + " " + finding.explanation(), finding.link(), remedies);
    }

    /** Of a finding in other words, where its own would not be true. */
    static Explanation of(Reading reading, Layer layer, String code, String title, String said, String link, Remedy... remedies) {
        return with(reading, layer, Optional.of(finding(code).code()), title, said, link, remedies);
    }

    /** Where the checklist has no such finding. */
    static Explanation of(Reading reading, Layer layer, String title, String said, String link, Remedy... remedies) {
        return with(reading, layer, Optional.empty(), title, said, link, remedies);
    }

    private static Explanation with(Reading reading, Layer layer, Optional<String> code, String title, String said, String link, Remedy... remedies) {
        return new Explanation(code, layer, title, said, reading.innerCode(), reading.clientAddress(), reading.vault(), reading.location(),
                reading.action(), reading.caller(), List.copyOf(Arrays.asList(remedies)), Optional.of(link).filter(one -> !one.isEmpty()));
    }

    private static Finding finding(String code) {
        return Checklist.checks().flatMap(check -> check.findings().stream()).filter(finding -> finding.code().equals(code)).findFirst().orElseThrow();
    }
}
