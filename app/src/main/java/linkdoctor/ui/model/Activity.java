package linkdoctor.ui.model;

import java.util.Optional;
import java.util.Set;

import linkdoctor.check.Section;

/** What the run is at. */
public sealed interface Activity {

    /** Nothing is being looked at; {@code said} tells how the last look ended, or is empty. */
    record Idle(String said) implements Activity {
    }

    /**
     * Looking.
     *
     * @param at   what is being looked at now
     * @param open facts that may still change
     * @param all  how many facts are looked at in this run
     * @param only the section that is looked at again; empty for the whole
     */
    record Looking(String at, Set<String> open, int all, Optional<Section> only) implements Activity {
        public Looking {
            open = Set.copyOf(open);
        }

        /** How much of it is done, 0 to 1. */
        public double done() {
            return all == 0 ? 0 : 1 - (double) Math.min(open.size(), all) / all;
        }
    }

    /** Looking at a section again and again until its status changes; {@code times} says how often it was looked at. */
    record Watching(Section section, int times, String at) implements Activity {
    }

    /** Whether this section may still change. */
    default boolean open(Section section) {
        return switch (this) {
            case Idle idle -> false;
            case Looking looking -> section.facts().stream().anyMatch(looking.open()::contains);
            case Watching watching -> watching.section().equals(section);
        };
    }
}
