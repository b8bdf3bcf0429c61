package linkdoctor.facts;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts from outside that are no address, name or id: always told, never thrown. */
@Timeout(20)
class HostileTextTest {
    private static final String[] PIECES = {"https://", "fabrikam", ".vault.azure.net", "/subscriptions/", "s/resourceGroups/g/providers/"
            + "Microsoft.KeyVault/vaults/", "/", "//", "?", "#", "@", ":", "443", "\"", "'", " ", "\n", "\u0000", "\u001b[31m", "\u202e", ".", "-", "--",
            "%", "10.0.0.1", "fd00::1", "[", "]", "99999999999", "\ud800", "é", "$(id)", "`id`", ";"};

    @Test
    void whateverIsGivenIsATargetOrRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 12);
            switch (TargetParser.parse(text, Optional.empty(), Cloud.KNOWN)) {
                case TargetParser.Refused(String said) -> assertThat(said).isNotBlank();
                case TargetParser.Read(Target target) -> {
                    if (target.legalName()) {
                        assertThat(target.hostname()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
                    }
                }
            }
        }
    }

    @Test
    void addressesAndIdsAreReadOrPassedOver() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 8);
            Ip.parse(text).ifPresent(ip -> assertThat(Ip.of(ip.toString())).isEqualTo(ip));
            Prefix.parse(text).ifPresent(prefix -> assertThat(Prefix.of(prefix.toString())).isEqualTo(prefix));
            ResourceId id = ResourceId.of(text);
            assertThat(id.name() + id.parent() + id.subscription() + id.resourceGroup()).isNotNull();
            assertThat(ResourceId.parse(text)).isNotNull();
        }
    }

    @Test
    void longTextsTakeNoTime() {
        for (String piece : PIECES) {
            String run = piece.repeat(100_000 / piece.length());
            TargetParser.parse(run + "x", Optional.empty(), Cloud.KNOWN);
            TargetParser.parse("x" + run, Optional.empty(), List.of(Cloud.PUBLIC));
            ResourceId.of(run + "x").after("subscriptions");
            Ip.parse(run);
        }
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
