package linkdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each system is told to open a page. */
@Timeout(30)
class SystemBrowserTest {
    private static final URI PAGE = URI.create("https://login.example/authorize?a=1&b=%22%20$(id)&c=%25PATH%25");

    @TempDir
    Path folder;

    @Test
    void eachSystemHasItsOpener() throws Exception {
        assertThat(new SystemBrowser("Windows 11", Map.of("SystemRoot", "D:\\Windows")).command(PAGE))
                .containsExactly("D:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", PAGE.toString());
        assertThat(new SystemBrowser("Mac OS X", Map.of()).command(PAGE)).containsExactly("/usr/bin/open", PAGE.toString());
        Path opener = opener("exit 0");
        assertThat(new SystemBrowser("Linux", Map.of("PATH", "/nowhere:" + folder)).command(PAGE)).containsExactly(opener.toString(), PAGE.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "mailto:x@example.com", "https:opaque", "calculator"})
    void onlyWebPagesAreOpened(String page) {
        for (String system : new String[]{"Windows 11", "Mac OS X", "Linux"}) {
            assertThatThrownBy(() -> new SystemBrowser(system, Map.of()).command(URI.create(page))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theAddressArrivesAsOneArgumentAndNoShellReadsIt() throws Exception {
        Path seen = folder.resolve("seen");
        opener("printf '%s|%s' \"$#\" \"$1\" > '" + folder.resolve("half") + "'; mv '" + folder.resolve("half") + "' '" + seen + "'");
        new SystemBrowser("Linux", Map.of("PATH", folder.toString())).open(PAGE);
        while (!Files.exists(seen)) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(Files.readString(seen)).isEqualTo("1|" + PAGE);
    }

    @Test
    void anOpenerThatFailsOrIsMissingIsTold() throws Exception {
        Browser browser = new SystemBrowser("Linux", Map.of("PATH", folder.toString(), "SECRET", "marked-secret"));
        assertThatThrownBy(() -> browser.open(PAGE)).isInstanceOf(IOException.class).hasMessageContaining("PATH");
        opener("exit 4");
        assertThatThrownBy(() -> browser.open(PAGE)).isInstanceOf(IOException.class).hasMessageContaining("4");
        assertThat(browser.toString()).doesNotContain("marked-secret");
    }

    @Test
    void inAnotherWorldThePageHasAnotherAddress() throws Exception {
        Browser browser = ((Browser) page -> { }).at(page -> URI.create("http://127.0.0.1:8080" + page.getRawPath() + "?" + page.getRawQuery()));
        assertThat(browser.address(PAGE)).hasToString("http://127.0.0.1:8080/authorize?a=1&b=%22%20$(id)&c=%25PATH%25");
    }

    private Path opener(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
