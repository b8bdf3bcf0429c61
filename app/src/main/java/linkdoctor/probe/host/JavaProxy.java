package linkdoctor.probe.host;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import linkdoctor.probe.host.ProxyRules.Way;

/** The proxy that Java's own properties name: one for each kind of URL, and hosts that go past both. */
record JavaProxy(Map<String, String> properties) {
    private static final String LOCAL = "localhost|127.*|[::1]|0.0.0.0|[::0]";

    Optional<Way> way(URI url) {
        String scheme = "http".equalsIgnoreCase(url.getScheme()) ? "http" : "https";
        String property = scheme + ".proxyHost";
        String host = properties.getOrDefault(property, "").strip();
        if (!host.isEmpty()) {
            return Optional.of(passedOver(url) ? new Way.Direct("http.nonProxyHosts",
                    "Direct: http.nonProxyHosts covers " + url.getHost() + ".")
                    : proxied(property, host, properties.getOrDefault(scheme + ".proxyPort", ""), scheme.equals("http") ? 80 : 443));
        }
        String socks = properties.getOrDefault("socksProxyHost", "").strip();
        return socks.isEmpty() ? Optional.empty()
                : Optional.of(proxied("socksProxyHost", socks, properties.getOrDefault("socksProxyPort", ""), 1080));
    }

    private static Way proxied(String property, String host, String port, int usual) {
        return ProxyAddress.parse("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":"
                        + (port.isBlank() ? Integer.toString(usual) : port.strip()))
                .<Way>map(proxy -> new Way.Through(proxy.toString(), property,
                        "Through " + proxy + ": the Java property " + property + " says so."))
                .orElseGet(() -> new Way.Unreadable(property));
    }

    private boolean passedOver(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return Arrays.stream(properties.getOrDefault("http.nonProxyHosts", LOCAL).split("\\|"))
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT)).filter(pattern -> !pattern.isEmpty())
                .anyMatch(pattern -> host.matches(Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote)
                        .reduce((a, b) -> a + ".*" + b).orElse("")));
    }
}
