package linkdoctor.facts;

import java.util.Optional;

/** An address range in CIDR notation, such as {@code 10.1.0.0/16}. */
public record Prefix(Ip network, int length) {

    public static final Prefix CARRIER_NAT = new Prefix(Ip.of("100.64.0.0"), 10);

    /** @throws IllegalArgumentException when the text is no CIDR range; a bare address is a range of one */
    public static Prefix of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException("not an address range: " + cidr));
    }

    public static Optional<Prefix> parse(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<Ip> network = Ip.parse(slash < 0 ? cidr : cidr.substring(0, slash));
        if (network.isEmpty()) {
            return Optional.empty();
        }
        int bits = network.get().address().getAddress().length * 8;
        if (slash < 0) {
            return network.map(ip -> new Prefix(ip, bits));
        }
        try {
            int length = Integer.parseInt(cidr.substring(slash + 1).strip());
            return length < 0 || length > bits ? Optional.empty() : network.map(ip -> new Prefix(ip, length));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    public boolean contains(Ip ip) {
        byte[] mine = network.address().getAddress();
        byte[] theirs = ip.address().getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
