package linkdoctor.lab.edge.network;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy that the client machine's environment names, and for which hosts. */
public record ProxySetting(Map<String, String> environment) {

    /** Whether a host and port are the proxy itself. */
    public boolean is(String host, int port) {
        return uri().filter(proxy -> host.equalsIgnoreCase(proxy.getHost()) && port == port(proxy)).isPresent();
    }

    public boolean present() {
        return uri().isPresent();
    }

    /** Whether requests to a host go through the proxy. */
    public boolean covers(String host) {
        return present() && exceptions().noneMatch(exception -> excepts(exception, host.toLowerCase(Locale.ROOT)));
    }

    private Optional<URI> uri() {
        return Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy").map(environment::get)
                .filter(value -> value != null && !value.isBlank()).findFirst()
                .map(value -> URI.create(value.contains("://") ? value : "http://" + value));
    }

    private Stream<String> exceptions() {
        return Stream.of("NO_PROXY", "no_proxy").map(environment::get).filter(value -> value != null && !value.isBlank())
                .findFirst().stream().flatMap(list -> Arrays.stream(list.split(",")))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean excepts(String entry, String host) {
        String suffix = entry.replaceFirst("^\\*?\\.", "");
        return entry.equals("*") || !suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix));
    }

    private static int port(URI proxy) {
        return proxy.getPort() < 0 ? 80 : proxy.getPort();
    }
}
