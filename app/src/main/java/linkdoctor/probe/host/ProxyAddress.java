package linkdoctor.probe.host;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy as an environment variable names it, without the user name and password that may stand in it: those never
 * leave this parser.
 *
 * @param scheme http, https, socks5 …
 */
record ProxyAddress(String scheme, String host, int port) {
    /** Underscores too: no host name may have them, and corporate proxies do. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    /** Empty when the text names no proxy. A bare {@code host:port} is an HTTP proxy. */
    static Optional<ProxyAddress> parse(String text) {
        String stripped = text.strip();
        String url = stripped.contains("://") ? stripped : "http://" + stripped;
        String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
        String rest = url.substring(url.indexOf("://") + 3);
        // By the last @, because passwords hold characters that a strict parser would refuse.
        Matcher parts = HOST_AND_PORT.matcher(rest.substring(rest.lastIndexOf('@') + 1).replaceAll("[/?#].*$", ""));
        int usual = usualPort(scheme);
        if (!parts.matches() || usual == 0) {
            return Optional.empty();
        }
        int port = parts.group(2) == null ? usual : Integer.parseInt(parts.group(2));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new ProxyAddress(scheme, parts.group(1), port));
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            case "socks", "socks4", "socks4a", "socks5", "socks5h" -> 1080;
            default -> 0;
        };
    }

    boolean socks() {
        return scheme.startsWith("socks");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
