package linkdoctor.probe.https;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.probe.https.http.HttpAnswer;
import linkdoctor.probe.https.http.HttpReader;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server can send to wear the readers down: each ends soon, and as an answer or as an expected exception. */
@Timeout(20)
class HostileAnswersTest {
    private static final int LONG = HttpReader.MOST;
    private static final List<String> PIECES = List.of("HTTP/1.1 ", "200", "401 Unauthorized", "100 Continue", "\r\n", "\r\n\r\n", "\n", ":",
            "Content-Length: ", "-1", "99999999999999999999", "8000000000000000", "Transfer-Encoding: chunked", "WWW-Authenticate: Bearer ",
            "authorization=\"", "https://login.microsoftonline.com/", "\\", "\"", ",", " ", "=", ";", "0\r\n\r\n", "5\r\nabcde\r\n", "\u0000", "\u00ff",
            "{\"error\":{\"code\":\"", "innererror", "}}", "[[[[", "x-ms-keyvault-network-info: addr=", "10.0.0.1", "%zz", "::", "private_endpoint=//");

    @Test
    void randomBytesAreAnAnswerOrAnExpectedException() {
        Random random = new Random(20261120);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = text(random, 30).getBytes(StandardCharsets.ISO_8859_1);
            try {
                HttpAnswer answer = HttpReader.read(new ByteArrayInputStream(bytes));
                assertThat(answer.status()).isBetween(100, 599);
            } catch (IOException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void randomHeadersAndBodiesAreReadOrPassedOver() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 12);
            Challenges challenges = Challenges.parse(List.of(text, "Bearer " + text));
            assertThat(challenges.tenant().orElse("common")).matches("[A-Za-z0-9][A-Za-z0-9.-]*");
            assertThat(challenges.audience().orElse("x")).isNotEmpty();
            assertThat(ErrorBody.parse(text.getBytes(StandardCharsets.UTF_8))).isNotNull();
            NetworkInfo info = NetworkInfo.parse(text);
            assertThat(info.source()).isNotNull();
            info.privateEndpoint().ifPresent(id -> assertThat(id.name() + id.parent() + id.subscription()).isNotNull());
        }
    }

    /** Each of these takes a careless pattern for seconds, or its stack. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\\\", "\\\"", "a=", "a ", ", ", "=\"", "a-", "\"", ";", "/", ".", "Bearer "})
    void aLongHeaderIsReadAtOnce(String piece) {
        String run = piece.repeat(LONG / piece.length());
        long start = System.nanoTime();
        Challenges.parse(List.of("Bearer authorization=\"" + run, "Bearer resource=\"" + run + "\"", run, "Bearer " + run + "!"));
        NetworkInfo.parse("addr=" + run + ";private_endpoint=" + run).privateEndpoint();
        ErrorBody.parse(run.getBytes(StandardCharsets.UTF_8));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }

    /** The tenant goes into the address of the sign-in and into a command of the Azure CLI. */
    @ParameterizedTest
    @ValueSource(strings = {"https://login.microsoftonline.com/-debug", "https://login.microsoftonline.com/a%2fb", "https://evil.example/%0d%0aX",
            "https://login.microsoftonline.com/a b", "https://login.microsoftonline.com/..", "https://evil.example/%1b[31m"})
    void aTenantThatNoneCanBeIsNotTaken(String authority) {
        assertThat(Challenges.parse(List.of("Bearer authorization=\"" + authority + "\", resource=\"https://vault.azure.net\"")).tenant()).isEmpty();
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "HTTP/1.1 200 OK\r\n");
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(random.nextInt(4) > 0 ? PIECES.get(random.nextInt(PIECES.size())) : String.valueOf((char) random.nextInt(256)));
        }
        return text.toString();
    }
}
