package linkdoctor.script;

import linkdoctor.check.Found;
import linkdoctor.check.Section;
import linkdoctor.check.access.RepairRights;
import linkdoctor.remedy.Remedy;

/**
 * One repair of a plan.
 *
 * @param other     whether it stands beside another repair of the same finding, of which one is enough
 * @param first     whether it is the first of those that commands can make
 * @param right     whether the signed-in identity has the right that it takes
 */
public record Repair(Why why, Found found, Section section, Remedy remedy, boolean other, boolean first, RepairRights.Known right) {

    /** Why a repair stands in a plan. */
    public enum Why { ROOT, APART, REMARK }

    /** Whether only a person can make it. */
    public boolean byHand() {
        return remedy.steps().isEmpty();
    }

    /** Whether to make it unless the user thinks otherwise: what is broken, and nothing that somebody may have meant so. */
    public boolean suggested() {
        return first && why != Why.REMARK && remedy.caution() != Remedy.Caution.ON_REQUEST;
    }

    /** The same repair, look after look. */
    public String key() {
        return found.finding().code() + " " + remedy.summary();
    }
}
