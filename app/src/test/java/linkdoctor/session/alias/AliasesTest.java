package linkdoctor.session.alias;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import linkdoctor.facts.Ip;

import static org.assertj.core.api.Assertions.assertThat;

class AliasesTest {
    private static final String ID = "11111111-1111-4111-8111-111111111111";

    @Test
    void publicAddressesBecomeAddressesAgain() {
        Addresses addresses = new Addresses(new Aliases(Map.of(), text("")));
        addresses.network("20.0.0.0/16");

        assertThat(addresses.replaced("from 52.168.109.101:443 and 52.168.109.101, not 20.0.1.5, 10.1.1.5, 1.9.3019.1 or 09:00:00; 2603:1030::5 is"))
                .isEqualTo("from 203.0.113.1:443 and 203.0.113.1, not 20.0.1.5, 10.1.1.5, 1.9.3019.1 or 09:00:00; 2001:db8::2 is");
    }

    @ParameterizedTest
    @CsvSource({"1, 203.0.113.1", "254, 203.0.113.254", "255, 198.51.100.1", "762, 192.0.2.254", "763, 240.0.2.251", "70000, 240.1.17.112"})
    void noRangeOfAddressesEnds(int number, String alias) {
        assertThat(Addresses.alias(number, "52.168.109.101")).isEqualTo(alias);
        assertThat(Kind.of(alias)).contains(Kind.ADDRESS);
        String longer = Addresses.alias(number, "2603:1030::5");
        assertThat(Kind.of(longer)).contains(Kind.ADDRESS);
        assertThat(Ip.of(longer)).hasToString(longer);
    }

    @Test
    void whatIsKnownKeepsItsAliasAndWhatIsNewGetsTheNext() {
        Aliases aliases = new Aliases(Map.of("subscription-1", "aaaa", "subscription-3", "cccc"), text(""));
        assertThat(aliases.of("CCCC", Kind.SUBSCRIPTION)).isEqualTo("subscription-3");
        assertThat(aliases.of("dddd", Kind.SUBSCRIPTION)).isEqualTo("subscription-2");
        assertThat(aliases.of("eeee", Kind.SUBSCRIPTION)).isEqualTo("subscription-4");
    }

    @Test
    void noAliasIsATextOfTheDocumentsOwn() {
        JsonNode document = text("id-1 is what somebody calls " + ID);
        Aliases aliases = new Aliases(Map.of(), document);
        JsonNode redacted = Identifiers.replacedAlone(document, aliases);

        assertThat(redacted.asText()).isEqualTo("id-1 is what somebody calls id-2");
        assertThat(aliases.restoring().apply(redacted.asText())).isEqualTo(document.asText());
    }

    @Test
    void aTextOfTheDocumentsOwnThatIsAnAliasOfAnotherDocumentIsPutBackAsItWas() {
        JsonNode document = text("id-1, ID-1x and network-1 at 203.0.113.1, not " + ID);
        Aliases aliases = new Aliases(Map.of("id-1", "of before", "203.0.113.1", "52.168.109.101"), document);
        JsonNode redacted = Identifiers.replacedAlone(document, aliases);

        assertThat(redacted.asText()).isEqualTo("text-1, ID-1x and network-1 at 203.0.113.2, not id-2");
        assertThat(aliases.restoring().apply(redacted.asText())).isEqualTo(document.asText());
    }

    @Test
    void namesThatTheFactsConsistOfStay() {
        for (String word : Set.of("hosts", "Endpoints", "MACHINE", "not_signed_in", "metadata", "evidence", "items")) {
            assertThat(Vocabulary.has(word)).as(word).isTrue();
        }
        assertThat(Vocabulary.has("fabrikam")).isFalse();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
