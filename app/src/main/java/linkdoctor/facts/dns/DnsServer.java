package linkdoctor.facts.dns;

import java.util.Optional;

import linkdoctor.facts.Ip;

/** A DNS server that was asked, and why. */
public record DnsServer(Ip ip, int port, Role role) {
    private static final int DNS_PORT = 53;

    /** Why a server is asked. */
    public enum Role {
        /** One of the operating system's resolvers. */
        SYSTEM,
        /** A DNS server set on a virtual network. */
        NETWORK,
        /** 168.63.129.16. */
        AZURE,
        /** Given with --dns-server. */
        EXTRA
    }

    /** One that a person named, as {@code 10.0.0.4}, {@code 10.0.0.4:5353}, {@code fd00::4} or {@code [fd00::4]:5353}. */
    public static Optional<DnsServer> typed(String text) {
        String host = text.strip();
        int port = DNS_PORT;
        int colon = host.lastIndexOf(':');
        boolean portGiven = colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']');
        if (portGiven) {
            String digits = host.substring(colon + 1);
            port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
            host = host.substring(0, colon);
        }
        int at = port;
        return Ip.typed(host.replaceAll("^\\[|]$", "")).filter(ip -> at >= 1 && at <= 65535).map(ip -> new DnsServer(ip, at, Role.EXTRA));
    }

    public String label() {
        String at = port == 53 ? ip.toString() : (ip.v4() ? ip + ":" + port : "[" + ip + "]:" + port);
        return switch (role) {
            case SYSTEM -> at + " (this machine's)";
            case NETWORK -> at + " (the network's)";
            case AZURE -> at + " (Azure DNS)";
            case EXTRA -> at;
        };
    }
}
