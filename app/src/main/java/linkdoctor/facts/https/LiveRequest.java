package linkdoctor.facts.https;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;

import java.util.Optional;

/**
 * One credential-free GET of /healthstatus, step by step. A step after a failed one is {@code NotTried}.
 *
 * @param host      the name asked for, also sent as SNI
 * @param connected the address the connection went to; empty when a proxy resolved the name
 * @param proxy     the proxy it went through
 */
public record LiveRequest(String host, Optional<Ip> connected, Optional<String> proxy, Probed<String> tcp,
                          Probed<TlsSeen> tls, Probed<Answer> answer) {

    /** Status and the headers that matter. */
    public record Answer(int status, Optional<NetworkInfo> networkInfo, Optional<String> serviceVersion,
                         Optional<String> region, Optional<String> server) {
    }
}
