package linkdoctor.probe;

import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;

/** Requests to the vault without credentials. Each step ends within its deadline and none throws. */
public interface Https {

    /**
     * GET /healthstatus, certificate verified against the vault's name.
     *
     * @param to    where to connect; empty lets the proxy, which must then be given, resolve the name
     * @param proxy host:port of an HTTP proxy to go through
     */
    LiveRequest health(Target target, Optional<Ip> to, Optional<String> proxy);

    /** Unauthenticated GET /secrets, for tenant and audience. */
    Probed<Challenge> challenge(Target target, Optional<Ip> to, Optional<String> proxy);
}
