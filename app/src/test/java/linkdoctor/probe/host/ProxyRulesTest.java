package linkdoctor.probe.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.probe.host.ProxyRules.Way;

class ProxyRulesTest {
    private static final URI VAULT = URI.create("https://fabrikam.vault.azure.net/healthstatus");

    private static ProxyRules environment(String... pairs) {
        return new ProxyRules(map(pairs), Map.of(), url -> Optional.empty());
    }

    private static ProxyRules properties(String... pairs) {
        return new ProxyRules(Map.of(), map(pairs), url -> Optional.empty());
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.corp:8080,            proxy.corp:8080",
        "http://proxy.corp:8080/,           proxy.corp:8080",
        "proxy.corp:8080,                   proxy.corp:8080",
        "proxy.corp,                        proxy.corp:80",
        "https://proxy.corp,                proxy.corp:443",
        "HTTP://proxy.corp:3128,            proxy.corp:3128",
        "'  http://10.0.0.9:3128  ',        10.0.0.9:3128",
        "http://[fd00::9]:3128,             [fd00::9]:3128",
        "http://my_proxy:3128,              my_proxy:3128",
        "socks5h://10.0.0.9,                10.0.0.9:1080",
        "http://user:secret@proxy.corp:80,  proxy.corp:80",
        "http://dom%5Cu:p@ss/w#@proxy:81,   proxy:81",
    })
    void readsAProxyAddress(String written, String proxy) {
        assertThat(environment("HTTPS_PROXY", written).proxy(VAULT)).contains(proxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://proxy:abc", "http://proxy:99999", "http://user:secret@", "gopher://proxy:70", "::", "a b"})
    void aProxyThatIsNoneIsSaidWithoutItsText(String written) {
        Way way = environment("HTTPS_PROXY", written).way(VAULT);
        assertThat(way).isInstanceOf(Way.Unreadable.class);
        assertThat(way.said()).contains("HTTPS_PROXY").doesNotContain("secret");
    }

    @Test
    void noPasswordIsSaid() {
        assertThat(environment("HTTPS_PROXY", "http://user:secret@proxy.corp:8080").way(VAULT).said())
                .isEqualTo("Through proxy.corp:8080: HTTPS_PROXY says so.");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, HTTPS_PROXY", "https_proxy, https_proxy", "ALL_PROXY, ALL_PROXY", "all_proxy, all_proxy"})
    void namesTheVariableThatDecides(String variable, String source) {
        assertThat(environment(variable, "http://p:1").way(VAULT).source()).isEqualTo(source);
    }

    @Test
    void theVariableForHttpIsNotForHttps() {
        Way way = environment("HTTP_PROXY", "http://p:1").way(VAULT);
        assertThat(way.address()).isEmpty();
        assertThat(way.said()).contains("HTTP_PROXY is set, but it is for http URLs alone");
        assertThat(environment("HTTP_PROXY", "http://p:1").proxy(URI.create("http://fabrikam.vault.azure.net"))).contains("p:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "*                                     | true",
        "vault.azure.net                       | true",
        ".vault.azure.net                      | true",
        "*.vault.azure.net                     | true",
        "fabrikam.vault.azure.net              | true",
        "FABRIKAM.Vault.Azure.net              | true",
        "localhost,127.0.0.1 , vault.azure.net | true",
        "localhost 127.0.0.1 .vault.azure.net  | true",
        "vault.azure.net:443                   | true",
        "vault.azure.net:8443                  | false",
        "ault.azure.net                        | false",
        "contoso.vault.azure.net               | false",
        "169.254.169.254                       | false",
        "10.0.0.0/8                            | false",
        ",, ,                                  | false",
        ".                                     | false",
    })
    void readsNoProxyAsCurlDoes(String noProxy, boolean direct) {
        Way way = environment("HTTPS_PROXY", "http://p:1", "NO_PROXY", noProxy).way(VAULT);
        assertThat(way.address().isEmpty()).isEqualTo(direct);
        assertThat(way.source()).isEqualTo(direct ? "NO_PROXY" : "HTTPS_PROXY");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, https://10.1.1.5/, true", "10.1.1.5, https://10.1.1.5/, true", "10.0.0.0/16, https://10.1.1.5/, false",
        "fd00::/8, https://[fd00::5]/, true", "[fd00::5]:443, https://[fd00::5]/, true", "1.5, https://10.1.1.5/, false"})
    void readsRangesForLiteralAddresses(String noProxy, String url, boolean direct) {
        assertThat(environment("https_proxy", "http://p:1", "no_proxy", noProxy).proxy(URI.create(url)).isEmpty()).isEqualTo(direct);
    }

    @Test
    void tellsTheTrapOfASuffixWithoutADot() {
        assertThat(environment("HTTPS_PROXY", "http://p:1", "NO_PROXY", "vault.azure.net").way(VAULT).said())
                .contains("Write .vault.azure.net");
        assertThat(environment("HTTPS_PROXY", "http://p:1", "NO_PROXY", ".vault.azure.net").way(VAULT).said())
                .isEqualTo("Direct: NO_PROXY has .vault.azure.net.");
    }

    @Test
    void javasPropertiesComeAfterTheEnvironment() {
        assertThat(properties("https.proxyHost", "jp").way(VAULT)).isEqualTo(
                new Way.Through("jp:443", "https.proxyHost", "Through jp:443: the Java property https.proxyHost says so."));
        assertThat(new ProxyRules(Map.of("HTTPS_PROXY", "http://p:1"), Map.of("https.proxyHost", "jp"), url -> Optional.of("s:1"))
                .proxy(VAULT)).contains("p:1");
        assertThat(properties("socksProxyHost", "socks").proxy(VAULT)).contains("socks:1080");
    }

    @ParameterizedTest
    @CsvSource({"*.vault.azure.net, true", "localhost|*.azure.net, true", "vault.azure.net, false", "fabrikam.*, true", "'', false"})
    void javasExceptionsAreForBothSchemes(String pattern, boolean direct) {
        assertThat(properties("https.proxyHost", "jp", "https.proxyPort", "3128", "http.nonProxyHosts", pattern)
                .proxy(VAULT).isEmpty()).isEqualTo(direct);
    }

    @Test
    void theWrongJavaPropertyIsNamed() {
        assertThat(properties("http.proxyHost", "jp").way(VAULT).said()).contains("http.proxyHost is set, but it is for http URLs alone");
    }

    @Test
    void theSystemsSettingsComeLast() {
        assertThat(new ProxyRules(Map.of(), Map.of(), url -> Optional.of("s:1")).way(VAULT).source()).isEqualTo("system settings");
    }
}
