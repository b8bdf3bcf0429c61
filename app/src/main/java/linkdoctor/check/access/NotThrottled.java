package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.VaultError;

/** Too many requests look like a fault of the network to whoever sees only that they fail. */
public final class NotThrottled implements Check {
    private static final Finding THROTTLED = Finding.warn("access.throttled",
            "The vault turns requests away because there are too many",
            "A vault answers a limited number of requests in ten seconds, and its subscription five times as many; beyond that it "
                    + "answers 429 to everyone. Applications that fetch a secret for each request of theirs are the usual reason.",
            Links.THROTTLING);

    @Override
    public String id() {
        return "access.not-throttled";
    }

    @Override
    public String title() {
        return "The vault has room for requests";
    }

    @Override
    public List<Finding> findings() {
        return List.of(THROTTLED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Optional<Failure> waited = facts.dataPlane().trouble().filter(failure -> failure.kind() == Failure.Kind.THROTTLED);
        if (waited.isPresent()) {
            return problem(waited.get().said()).because(facts.dataPlane());
        }
        if (facts.challenge().known().filter(challenge -> challenge.status() == 429).isPresent()) {
            return problem("The vault answers 429 to a request without credentials.").because(facts.challenge());
        }
        return Given.the(facts.dataPlane(), read -> Answer.of(read) == Answer.THROTTLED
                ? problem("The vault answers 429" + read.error().map(error -> ", " + said(error)).orElse("")
                        + read.retryAfter().map(seconds -> ", and asks to wait " + seconds + (seconds == 1 ? " second" : " seconds")).orElse("") + "."
                        + read.error().map(VaultError::message).flatMap(Throttling::limit).map(limit -> " " + limit).orElse(""))
                : Outcome.pass("The vault answered " + read.status() + " without turning the request away."));
    }

    private static String said(VaultError error) {
        return error.message().isBlank() ? error.code() : Spoken.firstLine(error);
    }

    private static Outcome problem(String said) {
        return Outcome.problem(THROTTLED, said, Throttling.fewerRequests());
    }
}
