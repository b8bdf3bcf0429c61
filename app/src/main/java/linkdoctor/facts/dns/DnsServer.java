package linkdoctor.facts.dns;

import linkdoctor.facts.Ip;

/** A DNS server that was asked, and why. */
public record DnsServer(Ip ip, int port, Role role) {

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
