package linkdoctor.facts.host;

import java.util.Optional;

/**
 * Which way requests to a URL leave this machine.
 *
 * @param url    the URL asked about
 * @param proxy  host:port of the proxy; empty when direct
 * @param source what decided: {@code HTTPS_PROXY}, {@code NO_PROXY}, {@code https.proxyHost}, {@code system settings}
 */
public record ProxyRoute(String url, Optional<String> proxy, String source) {
}
