package linkdoctor.check.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;

/** Arithmetic of IPv4 ranges: the fewest that hold the same addresses. */
public final class Ranges {
    private static final int BITS = 32;

    private Ranges() {
    }

    /** The same IPv4 addresses in as few ranges as can be, in order; those within others are gone, neighbours are one. */
    public static List<Prefix> collapsed(Collection<Prefix> ranges) {
        TreeMap<Long, Long> spans = new TreeMap<>();
        ranges.stream().filter(range -> range.network().v4()).forEach(range -> {
            long size = 1L << (BITS - range.length());
            long first = number(range.network()) / size * size;
            spans.merge(first, first + size, Math::max);
        });
        List<Prefix> all = new ArrayList<>();
        long from = -1;
        long to = -1;
        for (var span : spans.entrySet()) {
            if (span.getKey() > to) {
                add(all, from, to);
                from = span.getKey();
            }
            to = Math.max(to, span.getValue());
        }
        add(all, from, to);
        return all;
    }

    /** Whether one of the ranges holds all of this one. */
    public static boolean cover(Collection<Prefix> ranges, Prefix range) {
        return ranges.stream().anyMatch(one -> one.length() <= range.length() && one.contains(range.network()));
    }

    /** The whole ranges that make up a span; its end is outside. */
    private static void add(List<Prefix> all, long from, long to) {
        for (long at = from; at >= 0 && at < to; ) {
            int length = BITS - (at == 0 ? BITS : Math.min(BITS, Long.numberOfTrailingZeros(at)));
            while (at + (1L << (BITS - length)) > to) {
                length++;
            }
            all.add(new Prefix(ip(at), length));
            at += 1L << (BITS - length);
        }
    }

    private static long number(Ip ip) {
        long number = 0;
        for (byte octet : ip.address().getAddress()) {
            number = number << 8 | octet & 0xff;
        }
        return number;
    }

    private static Ip ip(long number) {
        return Ip.of((number >> 24 & 0xff) + "." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff) + "." + (number & 0xff));
    }
}
