package linkdoctor.picture;

import java.util.Optional;

import linkdoctor.check.Status;

/**
 * One station of the request's path.
 *
 * @param value       the real name or address found there, short enough to draw; empty while nothing is known
 * @param said        one sentence: what was seen, and what is wrong where it is broken
 * @param section     the number of the section that tells more
 * @param root        whether the root cause lies here
 * @param followsFrom the title of the hop that all that is wrong here follows from
 */
public record Hop(Kind kind, String title, String value, State state, String said, int section, boolean root,
                  Optional<String> followsFrom) {

    /** The stations, in the order in which a request meets them. */
    public enum Kind {
        CLIENT("Client"), DNS("DNS"), ENDPOINT("Private endpoint"), FIREWALL("Firewall"), IDENTITY("Identity"), PERMISSION("Permission");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How a station looks; always shown as icon, word and colour together. */
    public enum State {
        FINE(Status.PASS.label()), NOTE(Status.NOTE.label()), WARNING(Status.WARN.label()), BROKEN(Status.FAIL.label()),
        COULD_NOT_LOOK(Status.UNKNOWN.label()), NOT_NEEDED(Status.SKIPPED.label()),
        /** Its facts are still being looked at. */
        WAITING("Waiting");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static State of(Status status) {
            return switch (status) {
                case PASS -> FINE;
                case NOTE -> NOTE;
                case WARN -> WARNING;
                case FAIL -> BROKEN;
                case UNKNOWN -> COULD_NOT_LOOK;
                case SKIPPED -> NOT_NEEDED;
            };
        }
    }

    /** Whether the request's way ends here, and not because of another hop. */
    public boolean breaks() {
        return root || state == State.BROKEN && followsFrom.isEmpty();
    }

    /** The words under the mark: the state, and whether it is the root or follows from another hop. */
    public String word() {
        return state.word() + (root ? ", root cause" : followsFrom.isPresent() ? ", follows" : "");
    }

    /** All of it in words, for a screen reader. */
    public String spoken() {
        return title + (value.isEmpty() ? "" : ", " + value) + ": " + state.word() + (root ? ", the root cause" : "")
                + followsFrom.map(from -> ", follows from " + from).orElse("") + ". " + said;
    }
}
