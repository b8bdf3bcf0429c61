package linkdoctor.probe.https;

import java.util.Optional;

/** Host and port of an HTTP proxy. A user name or password written beside them is dropped at once. */
record ProxyAddress(String host, int port) {
    private static final int USUAL_PORT = 80;

    /** The address in {@code host:port} or in a URL, if the text holds one. */
    static Optional<ProxyAddress> parse(String text) {
        String bare = text.strip().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        bare = bare.substring(bare.lastIndexOf('@') + 1);
        int bracket = bare.indexOf(']');
        int colon = bare.indexOf(':', Math.max(bracket, 0));
        String host = (colon < 0 ? bare : bare.substring(0, colon)).replaceAll("[\\[\\]]", "");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        try {
            int port = colon < 0 ? USUAL_PORT : Integer.parseInt(bare.substring(colon + 1));
            return port < 1 || port > 65535 ? Optional.empty() : Optional.of(new ProxyAddress(host, port));
        } catch (NumberFormatException notAPort) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
