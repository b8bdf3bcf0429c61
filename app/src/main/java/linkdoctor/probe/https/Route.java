package linkdoctor.probe.https;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;

/**
 * The way of one request to the vault.
 *
 * @param host  the vault's name
 * @param to    the address to connect to; empty when the proxy resolves the name
 * @param proxy the proxy to go through
 */
record Route(String host, Optional<Ip> to, Optional<ProxyAddress> proxy) {
    static final int HTTPS_PORT = 443;

    /** Host and port of the vault as TCP or the proxy is told them. */
    String destination() {
        return to.map(ip -> ip.v4() ? ip.toString() : "[" + ip + "]").orElse(host) + ":" + HTTPS_PORT;
    }

    /** The destination for people, with the proxy on the way. */
    String label() {
        return destination() + proxy.map(through -> " through the proxy " + through).orElse("");
    }

    /** A request for people: {@code GET https://…, at 10.1.1.5}. */
    String request(String path) {
        return "GET https://" + host + path + to.map(ip -> ", at " + ip).orElse("")
                + proxy.map(through -> ", through the proxy " + through).orElse("");
    }

    /** The same request with curl. */
    String curl(String path) {
        List<String> args = new ArrayList<>(List.of("curl", "-sv", "--max-time", "10"));
        if (proxy.isPresent()) {
            args.addAll(List.of("-x", "http://" + proxy.get()));
            to.ifPresent(ip -> args.addAll(List.of("--connect-to", host + ":" + HTTPS_PORT + ":" + destination())));
        } else {
            args.addAll(List.of("--noproxy", "*"));
            to.ifPresent(ip -> args.addAll(List.of("--resolve", host + ":" + HTTPS_PORT + ":" + ip)));
        }
        args.add("https://" + host + path);
        return new CommandLine(args).bash();
    }
}
