package linkdoctor.check.healthstatus;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.Severity;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.remedy.Remedy;

/** Key Vault's certificate comes from a public authority: any other issuer is a device that opens the traffic. */
public final class Trusted implements Check {
    private static final Finding UNTRUSTED = Finding.fail("healthstatus.untrusted-tls",
            "The certificate is not the vault's own",
            "Whoever signs the certificate anew reads and can change the traffic, tokens and secrets with it, and clients that "
                    + "do not know that issuer refuse to connect. Usually it is an inspecting proxy or firewall, on this "
                    + "machine or at the network's edge; Microsoft does not support such devices before Key Vault.",
            Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "healthstatus.trusted";
    }

    @Override
    public String title() {
        return "The certificate is the vault's own";
    }

    @Override
    public List<Finding> findings() {
        return List.of(UNTRUSTED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.the(facts, live -> switch (live.tls()) {
            case Probed.NotTried<TlsSeen>(String why) -> Outcome.skipped(why);
            case Probed.Failed<TlsSeen>(Failure failure, var evidence) -> failure.kind() == Failure.Kind.UNTRUSTED
                    ? Outcome.problem(UNTRUSTED, failure.said(), remedy(live)) : Outcome.skipped("There was no complete TLS handshake.");
            case Probed.Seen<TlsSeen>(TlsSeen tls, var evidence) -> switch (tls.trust()) {
                case SYSTEM -> Outcome.pass("The certificate for " + live.host() + issuer(tls) + ", and this system trusts it.");
                // Whoever gives the root knows the device, and clients that have the root work: a warning is enough.
                case EXTRA_ROOT -> Outcome.problem(UNTRUSTED.as(Severity.WARN), "The certificate for " + live.host() + issuer(tls)
                        + ", which only the extra roots explain: a device on the way signs it anew, and clients without these roots refuse it."
                        + direct(facts), remedy(live));
                case NONE -> Outcome.problem(UNTRUSTED, "The certificate for " + live.host() + issuer(tls) + " and is not trusted"
                        + (tls.reason().isEmpty() ? "" : ": " + tls.reason().replaceFirst("\\.$", "")) + "." + direct(facts), remedy(live));
            };
        });
    }

    private static String issuer(TlsSeen tls) {
        return tls.chain().isEmpty() ? " shows no issuer" : " is issued by " + tls.chain().getFirst().issuer();
    }

    /** Where the same request without the proxy meets the vault's own certificate, the proxy is the device. */
    private static String direct(Snapshot facts) {
        return facts.direct().known().flatMap(live -> live.tls().known()).filter(tls -> tls.trust() == TlsSeen.Trust.SYSTEM).isPresent()
                ? " Without the proxy the certificate is the vault's own." : "";
    }

    private static Remedy remedy(LiveRequest live) {
        return Remedy.byHand("Leave " + live.host() + " out of TLS inspection",
                "Have the proxy or firewall that issues this certificate pass the vault's traffic through unopened.",
                "Do not turn certificate verification off in applications.");
    }
}
