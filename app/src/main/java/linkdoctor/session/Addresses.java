package linkdoctor.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;

/**
 * Aliases for public addresses, which are addresses again, of the ranges kept for documentation. Private addresses
 * stay, and with them whatever lies in a virtual network, for some networks are numbered from public ranges.
 */
final class Addresses {
    private static final Pattern V4 = Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d|\\.\\d)");
    private static final Pattern V6 = Pattern.compile("(?<![0-9A-Za-z:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![0-9A-Za-z:.])");
    private static final List<String> RANGES = List.of("203.0.113.", "198.51.100.", "192.0.2.");
    private static final int HOSTS = 254;

    private final Map<Ip, String> alias = new HashMap<>();
    private final List<Prefix> networks = new ArrayList<>();

    /** A range of a virtual network. */
    void network(String cidr) {
        Prefix.parse(cidr).filter(prefix -> cidr.contains("/")).ifPresent(networks::add);
    }

    String replaced(String text) {
        String v4 = V4.matcher(text).replaceAll(found -> replaced(found.group(), Ip.parse(found.group())));
        return V6.matcher(v4).replaceAll(found -> replaced(found.group(), Ip.parse(found.group())));
    }

    private String replaced(String text, Optional<Ip> ip) {
        return ip.filter(Ip::publicAddress).filter(one -> !one.equals(Ip.AZURE_DNS) && networks.stream().noneMatch(network -> network.contains(one)))
                .map(one -> alias.computeIfAbsent(one, this::next)).orElse(text);
    }

    private String next(Ip ip) {
        int number = alias.size();
        return ip.v4() && number < HOSTS * RANGES.size() ? RANGES.get(number / HOSTS) + (number % HOSTS + 1)
                : "2001:db8::" + Integer.toHexString(number + 1);
    }
}
