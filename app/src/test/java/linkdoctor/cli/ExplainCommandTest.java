package linkdoctor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import linkdoctor.cli.live.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import linkdoctor.Golden;
import linkdoctor.cli.text.ExplanationView;
import linkdoctor.cli.text.Look;
import linkdoctor.engine.Engine;
import linkdoctor.explain.Explainer;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainCommandTest {
    private static final String FIREWALL = """
            {"error":{"code":"Forbidden","message":"Client address is not authorized and caller is not a trusted service.\\r\\nClient address: 111.22.3.44\\r\\n\
            Caller: appid=52d63b7b-747d-4529-8d4a-bb70e90dd610;oid=8b0c99f9-aaf3-4a9c-9aaf-34827afe25a5;iss=https://sts.windows.net/d4b4082e-2f58-4987-b000-46525a32e93c/\\r\\n\
            Vault: kv-test;location=westeurope","innererror":{"code":"ForbiddenByFirewall"}}}""";

    /** Explaining asks nothing of the world. */
    private static final Engine NOBODY = (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class}, (self, method, args) -> {
        throw new AssertionError("asked for " + method.getName());
    });

    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theTextNamesLayerValuesAndWhatToDo() {
        Golden.matches(Path.of("src/test/resources/linkdoctor/cli/explained.txt"),
                ExplanationView.of(Explainer.explain(FIREWALL), new Look(false, true), "Linux"));
        assertThat(ExplanationView.of(Explainer.explain(FIREWALL), new Look(false, false), "Windows 11"))
                .contains("Add-AzKeyVaultNetworkRule -VaultName 'kv-test' -IpAddressRange '111.22.3.44/32'").matches("\\p{ASCII}*");
    }

    @Test
    void aFileOrStandardInputIsRead() throws Exception {
        Path file = Files.writeString(directory.resolve("an error.txt"), FIREWALL);
        assertThat(run("", "explain", file.toString())).isEqualTo(0);
        String explained = out();
        assertThat(explained).startsWith("Network\n").contains("111.22.3.44", "[access.firewall-denied]");
        assertThat(run(FIREWALL, "explain")).isEqualTo(0);
        assertThat(out()).isEqualTo(explained);
        assertThat(run(FIREWALL, "explain", "-")).isEqualTo(0);
        assertThat(out()).isEqualTo(explained);
        assertThat(err()).isEmpty();
    }

    @Test
    void whatIsNoErrorIsUnknown() {
        assertThat(run("Good morning", "explain")).isEqualTo(3);
        assertThat(out()).startsWith("Not known\n").contains("This is no Key Vault error");
        assertThat(run("", "explain")).isEqualTo(3);
        assertThat(run("", "explain", "--output", "json")).isEqualTo(3);
        assertThat(out()).contains("\"layer\": \"unknown\"");
    }

    @Test
    void theDocumentHasEveryMember() throws Exception {
        assertThat(run(FIREWALL, "explain", "--output", "json")).isEqualTo(0);
        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.fieldNames()).toIterable().containsExactly("format", "code", "layer", "title", "explanation", "innerCode", "clientAddress",
                "vault", "location", "action", "caller", "remedies");
        assertThat(document.path("format").asText()).isEqualTo("linkdoctor-explanation/1");
        assertThat(document.path("code").asText()).isEqualTo("access.firewall-denied");
        assertThat(document.path("action").isNull()).isTrue();
        assertThat(document.path("caller").toString()).isEqualTo("{\"appId\":\"52d63b7b-747d-4529-8d4a-bb70e90dd610\",\"objectId\":\"8b0c99f9-aaf3-4a9c-9aaf-34827afe25a5\","
                + "\"tenant\":\"d4b4082e-2f58-4987-b000-46525a32e93c\",\"resourceId\":null}");
        assertThat(document.path("remedies").get(1).path("bash").get(0).asText()).isEqualTo("az keyvault network-rule add -n kv-test --ip-address 111.22.3.44/32");
        assertThat(document.path("remedies").get(0).fieldNames()).toIterable().containsExactly("summary", "risk", "needs", "bash", "powershell", "portal");
    }

    @Test
    void whatIsPastedSteersNoTerminal() {
        assertThat(run("\u001b]0;x\u0007ForbiddenByFirewall Vault: kv\u202etest;location=\u001b[2J appid=\u001b[31m", "explain")).isEqualTo(0);
        assertThat(out()).doesNotContain("\u001b", "\u202e", "\u0007");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,", "UTF-8,efbbbf", "UTF-16LE,fffe", "UTF-16BE,feff", "UTF-16LE,", "UTF-16BE,"})
    void theUsualEncodingsAreRead(String charset, String mark) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(mark == null ? new byte[0] : java.util.HexFormat.of().parseHex(mark));
        bytes.write(FIREWALL.replace('"', '“').replaceFirst("“", "\"").getBytes(Charset.forName(charset)));
        Path file = Files.write(directory.resolve("error.txt"), bytes.toByteArray());
        assertThat(run("", "explain", file.toString(), "--output", "json")).isEqualTo(0);
        assertThat(out()).contains("\"vault\": \"kv-test\"");
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws Exception {
        assertThat(run("", "explain", directory.resolve("none.txt").toString())).isEqualTo(2);
        assertThat(err()).startsWith("There is no file ").hasLineCount(1);
        assertThat(run("", "explain", directory.toString())).isEqualTo(2);
        assertThat(err()).hasLineCount(1).doesNotContain("Exception");
        Path big = Files.write(directory.resolve("big.txt"), new byte[(4 << 20) + 1]);
        assertThat(run("", "explain", big.toString())).isEqualTo(2);
        assertThat(err()).contains("longer than 4 MiB").hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    private int run(String input, String... args) {
        out.reset();
        err.reset();
        return new Cli(NOBODY, new Terminal(stream(out), stream(err), new Look(false, true), false),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
