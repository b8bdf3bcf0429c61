package linkdoctor.session.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
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
    private static final Pattern ALIAS = Pattern.compile("(?:203\\.0\\.113|198\\.51\\.100|192\\.0\\.2|240\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}|2001:db8::(?:[0-9a-f]{1,4}:)?[0-9a-f]{1,4}");
    private static final int HOSTS = 254;
    private static final int WORD = 0x10000;

    private final Aliases aliases;
    private final List<Prefix> networks = new ArrayList<>();

    Addresses(Aliases aliases) {
        this.aliases = aliases;
    }

    static boolean isAlias(String text) {
        return ALIAS.matcher(text).matches();
    }

    /** An address of the same kind as the one given; {@code number} counts from 1. Where the ranges end, those that nobody has begin. */
    static String alias(int number, String address) {
        if (!Ip.of(address).v4()) {
            return "2001:db8::" + (number < WORD ? "" : Integer.toHexString(number / WORD) + ":") + Integer.toHexString(number % WORD);
        }
        return number <= HOSTS * RANGES.size() ? RANGES.get((number - 1) / HOSTS) + ((number - 1) % HOSTS + 1)
                : "240." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
    }

    /** A range of a virtual network. */
    void network(String cidr) {
        Prefix.parse(cidr).filter(prefix -> cidr.contains("/")).ifPresent(networks::add);
    }

    private boolean stays(Ip ip) {
        return !ip.publicAddress() || ip.equals(Ip.AZURE_DNS) || keeps(ip);
    }

    /** Whether it is an address of a private network, not of this machine alone. */
    boolean keeps(Ip ip) {
        return ip.rfc1918() || ip.carrierNat() || networks.stream().anyMatch(network -> network.contains(ip));
    }

    String replaced(String text) {
        return each(text, (written, ip) -> stays(ip) ? written : aliases.of(ip.toString(), Kind.ADDRESS));
    }

    /** Makes way for addresses that are aliases already, where no other address gets one. */
    static String makingWay(String text, Aliases aliases, Set<String> known) {
        return each(text, (written, ip) -> known.contains(ip.toString()) ? aliases.of(ip.toString(), Kind.ADDRESS) : written);
    }

    /** The text with every address in it, as it is written, made anew. */
    static String each(String text, BiFunction<String, Ip, String> anew) {
        return each(V6, each(V4, text, anew), anew);
    }

    private static String each(Pattern addresses, String text, BiFunction<String, Ip, String> anew) {
        return addresses.matcher(text).replaceAll(found -> {
            Optional<Ip> ip = Ip.parse(found.group());
            return Matcher.quoteReplacement(ip.map(one -> anew.apply(found.group(), one)).orElseGet(found::group));
        });
    }
}
