package linkdoctor.explain;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** A megabyte of anything is answered, and not by a guess. The limit is far above what it takes: it only ends what would never end. */
class HostilePastesTest {
    private static final int LENGTH = 1_000_000;
    /** Long enough for anything that grows with the square. */
    private static final int SHORTER = 100_000;
    private static final Duration FOR_EVER = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "\\", "\\\"", "\\\\n", "\\u0022", "{", "}", "[{", "{\"a\":", "(", " ", "\n", "> ", "│ ", "&amp;", "&", "%22", "%", "`", "\u001b[", "\u0000", "\ud800",
            "client address: ", "client address (", "Client address: 1.", "1.2.3.4 ", "addr=", "1:", "::", "a", "a-", "a.", "https://", "https://a", "https://aaa.vault.azure.net", ".vault.azure.net",
            "vault: ", "vault:aaa;location=", "key vault ", "appid=", "appid=0-", "00000000-", "iss=https://", "iss=https://a.", "xms_mirid=/subscriptions/", "innererror:{", "innererror:{code:a",
            "does not have secrets ", "does not have secrets a", "AADSTS", "AADSTS1", "akv100", "secret with (name/id) ", "no such host", "keyvault no such host ", "operation:", "status 200 ",
            "microsoft.keyvault/vaults/", "action: microsoft.keyvault/", "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/", "2026-01-01T00:00:00.0Z ", "##[error]", "é", "😀",
            "eyJ", "eyJaaaaaaaaaa.", "Bearer ", "Bearer aaaaaaaaaaaaaaaaaaaaaaaa", "cookie: ", "sig=", "password: \"", "://a:", "://a:b@", "aaa8Q~", "authorization: basic "})
    void oneThingOverAndOver(String piece) {
        String text = piece.repeat(SHORTER / piece.length());
        assertTimeoutPreemptively(FOR_EVER, () -> assertThat(Explainer.explain("key vault " + text + "x").explanation()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\\\"", "{", "a", "1.2.3.4 ", "0-", " "})
    void aMegabyteOfIt(String piece) {
        assertTimeoutPreemptively(FOR_EVER, () -> assertThat(Explainer.explain(piece.repeat(LENGTH / piece.length())).layer()).isEqualTo(Layer.UNKNOWN));
    }

    @Test
    void anErrorDeepInALogIsFound() {
        String noise = "2026-01-01T00:00:00Z INFO nothing \\\"to\\\" see {\"a\":[1,2]}\n".repeat(15_000);
        assertTimeoutPreemptively(FOR_EVER, () -> assertThat(Explainer.explain(noise + "InnerError={\"code\":\"ForbiddenByConnection\"} https://fabrikam.vault.azure.net/\n" + noise))
                .satisfies(one -> assertThat(one.layer()).isEqualTo(Layer.NETWORK)).satisfies(one -> assertThat(one.vault()).contains("fabrikam")));
    }

    @Test
    void anyMixtureIsAnswered() {
        String pieces = Case.all().map(Case::text).reduce("", String::concat);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                int from = random.nextInt(pieces.length());
                text.append(pieces, from, Math.min(pieces.length(), from + random.nextInt(60))).append(random.nextInt(5) == 0 ? (char) random.nextInt(0x10000) : ' ');
            }
            assertThat(Explainer.explain(text.toString()).explanation()).isNotBlank();
        }
    }

    @Test
    void anErrorEscapedManyTimesIsStillRead() {
        String text = "\"innererror\":{\"code\":\"ForbiddenByFirewall\"}";
        for (int i = 0; i < 14; i++) {
            text = text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
        assertThat(Explainer.explain(text).innerCode()).contains("ForbiddenByFirewall");
    }
}
