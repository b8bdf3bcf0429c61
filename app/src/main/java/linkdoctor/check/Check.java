package linkdoctor.check;

import java.util.List;

import linkdoctor.facts.Snapshot;

/** One line of the checklist. */
public interface Check {

    /** Stable id, {@code section.what}, for example {@code zone.linked}. */
    String id();

    /** The sentence that is true when the check passes. */
    String title();

    /** All that it can find. */
    List<Finding> findings();

    /** The verdict on these facts. Pure: the same snapshot gives the same outcome. */
    Outcome judge(Snapshot facts);
}
