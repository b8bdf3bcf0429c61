package linkdoctor.check.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import linkdoctor.check.Healthy;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Vault;
import org.junit.jupiter.api.Test;

/** The fewest ranges, and what is added and removed. */
class TagRulesTest {

    @Test
    void neighboursBecomeOneAndWhatLiesWithinIsGone() {
        assertThat(collapsed("20.37.194.128/25", "20.37.194.0/25", "20.37.194.16/28", "2603:1030::/64", "13.107.6.7/24"))
                .containsExactly("13.107.6.0/24", "20.37.194.0/24");
        assertThat(collapsed("10.0.1.0/24", "10.0.2.0/24")).containsExactly("10.0.1.0/24", "10.0.2.0/24");
        assertThat(collapsed("0.0.0.0/1", "128.0.0.0/1")).containsExactly("0.0.0.0/0");
        assertThat(collapsed("255.255.255.255/32", "255.255.255.254/32")).containsExactly("255.255.255.254/31");
        assertThat(collapsed()).isEmpty();
    }

    @Test
    void theSameAddressesWhateverTheRanges() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Prefix> ranges = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                ranges.add(Prefix.of("20.0.0." + random.nextInt(256) + "/" + (24 + random.nextInt(9))));
            }
            List<Prefix> fewer = Ranges.collapsed(ranges);
            IntStream.range(0, 256).mapToObj(i -> Ip.of("20.0.0." + i)).forEach(ip -> assertThat(fewer.stream().filter(one -> one.contains(ip)).count())
                    .as(ip + " of " + ranges).isEqualTo(ranges.stream().anyMatch(one -> one.contains(ip)) ? 1 : 0));
            assertThat(fewer.size()).isLessThanOrEqualTo(ranges.size());
            assertThat(Ranges.collapsed(fewer)).isEqualTo(fewer);
        }
    }

    @Test
    void onlyWhatNoRuleCoversIsAdded() {
        TagRules.Fits rules = fits(vault("20.37.0.0/16", "1.2.3.4"), List.of(), "20.37.158.0/23", "1.2.3.4/32", "5.6.7.0/24");

        assertThat(rules.add()).containsExactly(Prefix.of("5.6.7.0/24"));
        assertThat(rules.remove()).isEmpty();
    }

    @Test
    void whatAnEarlierRunAddedAndTheTagNoLongerHoldsIsRemovedAndNothingElse() {
        TagRules.Fits rules = fits(vault("5.6.7.0/24", "9.9.9.0/24", "1.2.3.4/32"), List.of(Prefix.of("5.6.7.0/24"), Prefix.of("8.8.8.0/24")), "1.2.3.4/32");

        assertThat(rules.remove()).containsExactly("5.6.7.0/24");
        assertThat(rules.add()).isEmpty();
    }

    @Test
    void aRangeThatGoesAwayWithItsCoverIsAdded() {
        TagRules.Fits rules = fits(vault("5.6.0.0/16"), List.of(Prefix.of("5.6.0.0/16")), "5.6.7.0/24");

        assertThat(rules.remove()).containsExactly("5.6.0.0/16");
        assertThat(rules.add()).containsExactly(Prefix.of("5.6.7.0/24"));
    }

    @Test
    void aThousandRulesAreEnough() {
        String[] there = IntStream.range(0, 999).mapToObj(i -> "20." + i / 250 + "." + i % 250 + ".1/32").toArray(String[]::new);

        assertThat(TagRules.of(vault(there), tag("5.6.7.0/24"), List.of())).isInstanceOf(TagRules.Fits.class);
        assertThat(TagRules.of(vault(there), tag("5.6.7.0/24", "5.6.9.0/24"), List.of())).isInstanceOfSatisfying(TagRules.TooMany.class,
                no -> assertThat(no.said()).contains("999 rules", "1001", "takes 1000"));
    }

    private static TagRules.Fits fits(Vault vault, List<Prefix> earlier, String... prefixes) {
        return (TagRules.Fits) TagRules.of(vault, tag(prefixes), earlier);
    }

    private static ServiceTag tag(String... prefixes) {
        return new ServiceTag("AzureDevOps", "4", Stream.of(prefixes).map(Prefix::of).toList());
    }

    private static Vault vault(String... rules) {
        return Healthy.vault(Optional.of("Enabled"), Optional.of(new Vault.NetworkRules("Deny", "AzureServices", List.of(rules), List.of())));
    }

    private static List<String> collapsed(String... ranges) {
        return Ranges.collapsed(Stream.of(ranges).map(Prefix::of).toList()).stream().map(Prefix::toString).toList();
    }
}
