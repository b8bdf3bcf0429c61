package linkdoctor.probe.host;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import linkdoctor.probe.Outside;

/**
 * Which proxy a URL goes through: the environment decides first, as for curl, Go, Python and the Azure SDKs, then
 * Java's properties, then the system's settings.
 */
public final class ProxyRules {
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final Function<URI, Optional<String>> system;

    /** @param system host:port of the proxy that the system's own settings give for a URL */
    public ProxyRules(Map<String, String> environment, Map<String, String> properties, Function<URI, Optional<String>> system) {
        this.environment = environment;
        this.properties = properties;
        this.system = system;
    }

    /** The rules of this machine; of the lab's, whose system has no settings of its own. */
    public static ProxyRules of(Outside outside) {
        return new ProxyRules(outside.environment(), outside.properties(),
                outside.sdkProxy().isPresent() ? url -> Optional.empty() : new SystemProxy(outside.properties())::of);
    }

    /** The way out for one URL, what decided it, and the same in one sentence without any password. */
    public sealed interface Way {
        String source();

        String said();

        /** Through a proxy, given as host:port. */
        record Through(String proxy, String source, String said) implements Way {
        }

        /** Without one; {@code source} is {@code none} when nothing speaks of a proxy. */
        record Direct(String source, String said) implements Way {
        }

        /** A proxy is set that cannot be understood, so that the way out is not known. */
        record Unreadable(String source) implements Way {
            @Override
            public String said() {
                return source + " is set, but to no address of a proxy: write it like http://proxy.example:8080.";
            }
        }

        /** Host and port of the proxy. */
        default Optional<String> address() {
            return switch (this) {
                case Through through -> Optional.of(through.proxy);
                case Direct direct -> Optional.empty();
                case Unreadable unreadable -> Optional.empty();
            };
        }
    }

    /** Host and port of the proxy for a URL; empty when direct. */
    public Optional<String> proxy(URI url) {
        return way(url).address();
    }

    public Way way(URI url) {
        return fromEnvironment(url).or(() -> new JavaProxy(properties).way(url)).or(() -> fromSystem(url))
                .orElseGet(() -> new Way.Direct("none", "Direct: no proxy is set." + misplaced(url)));
    }

    private Optional<Way> fromEnvironment(URI url) {
        List<String> variables = "http".equalsIgnoreCase(url.getScheme())
                ? List.of("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
                : List.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");
        Optional<String> variable = variables.stream().filter(name -> !value(name).isEmpty()).findFirst();
        return variable.map(name -> passedOver(url).orElseGet(() -> through(name)));
    }

    private Optional<Way> passedOver(URI url) {
        return Stream.of("NO_PROXY", "no_proxy").filter(name -> !value(name).isEmpty()).findFirst()
                .flatMap(name -> NoProxy.parse(value(name)).covering(url).map(entry -> new Way.Direct(name,
                        "Direct: " + name + " has " + entry + "." + trap(entry, url))));
    }

    private static String trap(String entry, URI url) {
        return NoProxy.readDifferently(entry, url) ? " curl, Go and Python read this as " + entry + " and all below it;"
                + " .NET and the Azure SDK for Java as that host alone. Write ." + entry + " to mean the same to all." : "";
    }

    private Way through(String variable) {
        return ProxyAddress.parse(value(variable)).<Way>map(proxy -> new Way.Through(proxy.toString(), variable,
                "Through " + proxy + (proxy.socks() ? " (SOCKS)" : "") + ": " + variable + " says so."))
                .orElseGet(() -> new Way.Unreadable(variable));
    }

    private Optional<Way> fromSystem(URI url) {
        return system.apply(url).map(proxy -> new Way.Through(proxy, "system settings",
                "Through " + proxy + ": the system's settings say so."));
    }

    /** The mistake of setting the proxy for the other kind of URL. */
    private String misplaced(URI url) {
        boolean https = !"http".equalsIgnoreCase(url.getScheme());
        boolean java = !properties.getOrDefault("http.proxyHost", "").isBlank();
        boolean shell = !value("HTTP_PROXY").isEmpty() || !value("http_proxy").isEmpty();
        return https && (java || shell) ? " " + (java ? "http.proxyHost" : "HTTP_PROXY")
                + " is set, but it is for http URLs alone." : "";
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }
}
