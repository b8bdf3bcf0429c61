package linkdoctor.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query is right whatever the names hold. */
class AuditQueryTest {

    @Test
    void ofASnapshotItAsksForTheCallerFromAnHourBeforeOn() {
        String query = AuditQuery.of(Healthy.snapshot()).text();

        assertThat(query).contains("datetime(2026-03-02T08:00:00Z)", "_ResourceId =~ \"" + Ids.VAULT + "\"", "ObjectId in~ (\"" + Ids.CALLER + "\")",
                "Address in (\"10.1.0.4\")", "httpStatusCode_d", "HttpStatusCode", "union isfuzzy=true").doesNotContain("where ResultType");
    }

    @Test
    void ofANameAloneItAsksForEverybodysRequests() {
        String query = AuditQuery.of(new Target("Contoso", "Contoso", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty())).text();

        assertThat(query).contains("_ResourceId endswith \"/providers/microsoft.keyvault/vaults/contoso\"", "ago(24h)").doesNotContain("in~", "Address in");
    }

    @Test
    void aTimeHasNoMoreDigitsThanKqlReads() {
        assertThat(new Span.Since(Instant.parse("2026-03-02T09:00:00.123456789Z")).moment()).isEqualTo("datetime(2026-03-02T09:00:00Z)");
        assertThat(new Span.Last(Duration.ofMinutes(90)).moment()).isEqualTo("ago(90m)");
        assertThat(new Span.Last(Duration.ofDays(7)).moment()).isEqualTo("ago(168h)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"; drop", "a\\", "a\nb", "\u2028x", "\u202eabc", "'\"", "ordinary", "\t|\r"})
    void aTextStaysOneTextOnOneLine(String hostile) {
        String literal = Literal.of(hostile);

        assertThat(literal.lines()).hasSize(1);
        assertThat(literal).startsWith("\"").endsWith("\"").matches("\"(?:[^\"\\\\\\p{Cc}\\u2028\\u2029\\u202e]|\\\\.)*\"");
        assertThat(unquoted(literal)).isEqualTo(hostile);
    }

    @Test
    void aHostileNameAddsNoStep() {
        Target target = new Target("x", "x\"\n| take 0 //", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(AuditQuery.of(target).text().lines().count()).isEqualTo(AuditQuery.of(Healthy.target()).text().lines().count());
    }

    @Test
    void aCallerIsTypedAsAnAddressOrAnId() {
        assertThat(Caller.typed("20.62.10.10")).contains(new Caller(List.of(), List.of(Ip.of("20.62.10.10"))));
        assertThat(Caller.typed(Ids.CALLER)).contains(new Caller(List.of(Ids.CALLER), List.of()));
        assertThat(Caller.typed("10.1")).isEmpty();
        assertThat(Caller.typed("someone")).isEmpty();
    }

    /** As KQL reads it. */
    private static String unquoted(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\' && literal.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(literal.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (c == '\\') {
                text.append(literal.charAt(++i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
