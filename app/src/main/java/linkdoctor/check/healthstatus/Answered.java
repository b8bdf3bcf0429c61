package linkdoctor.check.healthstatus;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.remedy.Remedy;

/** Connection, TLS and HTTP in turn: the step that fails tells where to look. */
public final class Answered implements Check {
    private static final Finding UNREACHABLE = Finding.fail("healthstatus.unreachable",
            "A request by the vault's name gets no answer",
            "The vault cannot be used by its name from this machine, whatever the rights. A connection that is not opened "
                    + "means a wrong address, no route, a missing peering or a firewall; one that breaks during TLS or the "
                    + "answer means a device between that closes it.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "healthstatus.answered";
    }

    @Override
    public String title() {
        return "A request by the vault's name is answered";
    }

    @Override
    public List<Finding> findings() {
        return List.of(UNREACHABLE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.the(facts, live -> step("The TCP connection to ", live, live.tcp(), connected ->
                step("The TLS handshake with ", live, live.tls(), tls -> tls.trust() == TlsSeen.Trust.NONE ? untrusted()
                        : step("The answer of ", live, live.answer(), answer -> Outcome.pass(ByName.to(live)
                                + " answers /healthstatus with status " + answer.status() + ".")))));
    }

    private static <T> Outcome step(String what, LiveRequest live, Probed<T> step, java.util.function.Function<T, Outcome> then) {
        return switch (step) {
            case Probed.Seen<T>(T value, var evidence) -> then.apply(value);
            case Probed.NotTried<T>(String why) -> Outcome.skipped(why);
            case Probed.Failed<T>(Failure failure, var evidence) -> switch (failure.kind()) {
                case CANCELLED, UNSUPPORTED, NOT_SIGNED_IN -> Outcome.unknown(failure);
                case UNTRUSTED -> untrusted();
                case DENIED, NOT_FOUND, THROTTLED, TIMEOUT, REFUSED, RESET, UNREACHABLE, GARBAGE, SERVER_ERROR ->
                        Outcome.problem(UNREACHABLE, what + ByName.to(live) + " fails: " + failure.said(), remedy(live));
            };
        };
    }

    private static Outcome untrusted() {
        return Outcome.skipped("The server's certificate is not trusted, so nothing was sent to it.");
    }

    private static Remedy remedy(LiveRequest live) {
        return Remedy.byHand("Open the way from this machine to " + ByName.to(live) + ", port 443",
                "See first whether the name resolves to the endpoint's address.",
                "Then look for a missing or disconnected peering, route tables that send the traffic to a firewall, network "
                        + "security groups on this machine's subnet and, where its network policies are on, on the endpoint's.",
                "Firewalls and proxies between must let TCP 443 through to it without breaking TLS open.");
    }
}
