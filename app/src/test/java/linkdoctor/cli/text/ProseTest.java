package linkdoctor.cli.text;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ProseTest {
    private static final Snapshot FACTS = Snapshot.blank(new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(),
            Optional.empty(), Optional.empty()), Instant.parse("2026-11-20T10:11:12Z"), "It was not looked at.");

    @Test
    void proseIsShortWhereTheSessionIsWhole() {
        Prose prose = new Prose(new Style(new Look(false, true)), FACTS);
        String vault = "/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/resourceGroups/rg-a/providers/Microsoft.KeyVault/vaults/fabrikam";
        assertThat(prose.of("GET https://management.azure.com" + vault + "?api-version=2026-02-01")).isEqualTo("GET …/rg-a/vaults/fabrikam");
        assertThat(prose.of("GET https://m/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/providers/Microsoft.KeyVault/vaults?x=a()"))
                .isEqualTo("GET /subscriptions/aaaaaaaa…aaaa/…/vaults");
        assertThat(prose.of("no right on " + vault + "/providers/Microsoft.Insights/diagnosticSettings/a.")).isEqualTo("no right on …/rg-a/vaults/fabrikam/…/diagnosticSettings/a.");
        assertThat(prose.of("on /subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa.")).isEqualTo("on /subscriptions/aaaaaaaa…aaaa.");
        assertThat(prose.of("At 2026-11-20T10:11:12.5Z, or 2026-11-19T00:00:00Z")).isEqualTo("At 10:11:12\u00a0UTC, or 2026-11-19 00:00:00\u00a0UTC");
    }
}
