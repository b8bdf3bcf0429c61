package linkdoctor.probe.dns;

import org.xbill.DNS.Message;

import linkdoctor.facts.Failure;

/** What became of a question. */
sealed interface Reply {

    /** How an answer came. */
    enum Transport { UDP, TCP }

    /** The server answered this question, whatever it said. */
    record Answered(Message message, Transport over) implements Reply {
    }

    /** It did not. */
    record Broken(Failure failure) implements Reply {
    }

    static Reply broken(Failure.Kind kind, String said) {
        return new Broken(Failure.of(kind, said));
    }
}
