package linkdoctor.explain.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.Ip;
import linkdoctor.remedy.Remedy;

/** What nslookup, dig or Resolve-DnsName printed of the vault's name, where it leads to the public address. */
final class Lookups {
    private static final Pattern ADDRESS = Pattern.compile("(?:address(?:es)?:|ip4address:|\\d(?:in)?a)(\\d{1,3}(?:\\.\\d{1,3}){3})(?![.\\d])");
    private static final Pattern CHAIN = Pattern.compile("aliases:|canonicalname=|incname|namehost:");

    static final List<Kind> KINDS = List.of(
            new Kind(reading -> chain(reading) && reading.says(".privatelink.vaultcore.") && address(reading).isPresent(), Lookups::withAlias),
            new Kind(reading -> chain(reading) && reading.says(".vault.azure.", ".vault.usgovcloudapi.") && reading.says(".vaultcore.")
                    && address(reading).isPresent(), Lookups::withoutAlias));

    private Lookups() {
    }

    private static boolean chain(Reading reading) {
        return CHAIN.matcher(reading.text().lower()).find();
    }

    private static Optional<Ip> address(Reading reading) {
        String run = reading.text().lower();
        // The server that was asked has an address too, before the answer's name.
        Matcher address = ADDRESS.matcher(run).region(Math.max(0, run.indexOf("name:")), run.length());
        return address.find() && reading.text().sure(address.end()) ? Ip.parse(address.group(1)).filter(Ip::publicAddress) : Optional.empty();
    }

    private static Explanation withAlias(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.public-with-alias", "The name of " + Sentence.vault(reading) + " leads by way of its "
                + "private link alias to "
                + address(reading).map(Ip::toString).orElse("a public address") + ", a public address.", check(reading));
    }

    private static Explanation withoutAlias(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.public-no-alias", "The name of " + Sentence.vault(reading) + " leads to "
                + address(reading).map(Ip::toString).orElse("a public address") + ", a public address, and shows no private link alias.",
                check(reading));
    }

    private static Remedy check(Reading reading) {
        return Remedy.byHand("See which zone or server is behind it", "On the machine that asked, run linkdoctor check "
                + reading.vault().orElse("VAULT")
                + ": it shows endpoint, zone, links and records, and the commands that repair them.");
    }
}
