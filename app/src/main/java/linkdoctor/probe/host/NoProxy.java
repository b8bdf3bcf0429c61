package linkdoctor.probe.host;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;

/**
 * The entries of NO_PROXY. There is no standard: read as curl, Go and Python do, where {@code vault.azure.net} covers
 * the hosts below it too.
 */
record NoProxy(List<String> entries) {

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split("[,\\s]+")).filter(entry -> !entry.isBlank()).toList());
    }

    /** The entry that sends a URL past the proxy. */
    Optional<String> covering(URI url) {
        String host = host(url);
        return entries.stream().filter(entry -> covers(entry, host, port(url))).findFirst();
    }

    /** Whether other tools, .NET and the Azure SDK for Java among them, would take this entry for one host alone. */
    static boolean readDifferently(String entry, URI url) {
        return !entry.equals("*") && !entry.startsWith(".") && !entry.startsWith("*.")
                && Prefix.parse(entry).isEmpty() && !withoutPort(entry).equals(host(url));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        Optional<Ip> literal = Ip.parse(host);
        Optional<Prefix> range = Prefix.parse(entry);
        if (range.isPresent()) {
            return literal.filter(range.get()::contains).isPresent();
        }
        String wanted = withoutPort(entry);
        if (!wanted.equals(entry.toLowerCase(Locale.ROOT)) && !entry.endsWith(":" + port)) {
            return false;
        }
        String bare = wanted.replaceFirst("^\\*?\\.", "").replaceAll("^\\[|]$", "");
        return !bare.isEmpty() && (host.equals(bare) || literal.isEmpty() && host.endsWith("." + bare));
    }

    /** {@code host:port} or {@code [v6]:port} without its port. */
    private static String withoutPort(String entry) {
        return entry.toLowerCase(Locale.ROOT).replaceFirst("^(\\[[^]]*]|[^:]*):\\d+$", "$1");
    }

    private static String host(URI url) {
        return Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceAll("\\.$", "");
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
    }
}
