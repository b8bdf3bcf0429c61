package linkdoctor.probe.azure;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Cloud;

/** Tells which private zones were meant to be the vault's: Azure matches names exactly, and accepts any other in silence. */
final class ZoneNames {
    private static final int TYPING_ERRORS = 3;

    private ZoneNames() {
    }

    /** The required zone or a near miss: another name of the service, another cloud's zone, a typing error. */
    static boolean relevant(String name, Cloud cloud) {
        String zone = folded(name);
        return known(cloud).contains(zone) || distance(zone, cloud.privateZone().toLowerCase(Locale.ROOT)) <= TYPING_ERRORS
                || bare(zone).equals(bare(cloud.privateZone()))
                || zone.contains("vaultcore") || zone.contains("privatelink") && zone.contains("vault.");
    }

    /** The names that people give the zone by mistake, and the right ones of every cloud. */
    private static Set<String> known(Cloud cloud) {
        return Stream.concat(Stream.of(cloud), Cloud.KNOWN.stream()).flatMap(c -> Stream.of(c.privateZone(),
                        c.vaultCoreSuffix(), c.vaultSuffix(), "privatelink." + c.vaultSuffix()))
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** How many letters must be changed, added or dropped to make one of the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
