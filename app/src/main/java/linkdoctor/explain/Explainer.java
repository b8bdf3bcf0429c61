package linkdoctor.explain;

import linkdoctor.explain.kind.Kinds;
import linkdoctor.explain.read.PastedText;
import linkdoctor.explain.read.Reading;

/** Explains a pasted error. Pure, and quick on any text. */
public final class Explainer {
    private Explainer() {
    }

    /** What is no Key Vault error is {@link Layer#UNKNOWN}, never a guess. */
    public static Explanation explain(String text) {
        return Kinds.explain(Reading.of(PastedText.of(text)));
    }
}
