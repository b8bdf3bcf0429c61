package linkdoctor.facts;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An IP address, IPv4 or IPv6; an IPv4 address mapped into IPv6 is the IPv4 address. */
public record Ip(InetAddress address) implements Comparable<Ip> {

    private static final Pattern RUN_OF_ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    /** Azure's virtual address for DNS, reachable from inside Azure alone. */
    public static final Ip AZURE_DNS = of("168.63.129.16");

    /** @throws IllegalArgumentException when the text is no literal address; names are never resolved */
    public static Ip of(String literal) {
        return new Ip(InetAddress.ofLiteral(literal));
    }

    public static Optional<Ip> parse(String literal) {
        try {
            String text = literal.strip();
            int zone = text.indexOf('%');
            return Optional.of(of(zone < 0 ? text : text.substring(0, zone)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** An address written whole, as a person does: the short forms that Java also takes, such as 10.1, are more likely slips. */
    public static Optional<Ip> typed(String text) {
        return parse(text).filter(ip -> !ip.v4() || text.contains(":") || text.strip().split("\\.", -1).length == 4);
    }

    public boolean v4() {
        return address.getAddress().length == 4;
    }

    public boolean loopback() {
        return address.isLoopbackAddress();
    }

    public boolean linkLocal() {
        return address.isLinkLocalAddress();
    }

    /** RFC 1918 or IPv6 unique local. Whether an address is *inside a virtual network* is another question. */
    public boolean rfc1918() {
        byte[] octets = address.getAddress();
        return address.isSiteLocalAddress() || octets.length == 16 && (octets[0] & 0xfe) == 0xfc;
    }

    /** 100.64.0.0/10, shared address space (RFC 6598). */
    public boolean carrierNat() {
        return Prefix.CARRIER_NAT.contains(this);
    }

    /** Routed on the public Internet as far as the address alone can tell. */
    public boolean publicAddress() {
        return !rfc1918() && !carrierNat() && !loopback() && !linkLocal()
                && !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }

    @Override
    public int compareTo(Ip other) {
        return java.util.Arrays.compareUnsigned(address.getAddress(), other.address.getAddress());
    }

    /** As people write it: an IPv6 address with its longest run of zeros as {@code ::} (RFC 5952). */
    @Override
    public String toString() {
        String whole = address.getHostAddress().replaceFirst("%.*", "");
        if (v4()) {
            return whole;
        }
        String longest = RUN_OF_ZEROS.matcher(whole).results().map(MatchResult::group)
                .max(Comparator.comparingInt(String::length)).orElse("");
        int at = whole.indexOf(longest);
        return longest.isEmpty() ? whole : whole.substring(0, at) + "::" + whole.substring(at + longest.length());
    }
}
