package linkdoctor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import linkdoctor.facts.CommandLine;
import linkdoctor.probe.Browser;
import linkdoctor.probe.SystemBrowser;

/**
 * A real Chromium without a window, which the program opens as it opens any browser of a Linux desktop, and which the
 * test then uses like a person, over its DevTools. It reaches this machine alone.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private WebSocket page;
    private volatile CompletableFuture<JsonNode> answer = new CompletableFuture<>();

    /** @param folder for the opener and the browser's profile */
    Chromium(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "There is no Chromium on this machine.");
        this.folder = folder;
        opener("echo $$ > " + quoted("pid") + "\nexec " + PROGRAM
                + " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
                + " --disable-component-update --disable-sync --disable-dev-shm-usage"
                + " --host-resolver-rules='MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'"
                + " --user-data-dir=" + quoted("profile") + " --remote-debugging-port=0 \"$1\" > " + quoted("log") + " 2>&1\n");
    }

    private String quoted(String file) {
        return CommandLine.quote(folder.resolve(file).toString());
    }

    private void opener(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** As the program meets it: an opener on the PATH. */
    Browser browser() {
        return new SystemBrowser("Linux", Map.of("PATH", folder.toString()));
    }

    /** Waits until the page that was opened has the element, and does something there. */
    void use(String element, String script) throws Exception {
        if (page == null) {
            page = http.newWebSocketBuilder().buildAsync(URI.create(target()), new Ear()).get(20, TimeUnit.SECONDS);
        }
        until("document.readyState === 'complete' && !!document.querySelector(" + JSON.writeValueAsString(element) + ")");
        evaluate(script);
    }

    /** The text of the page, once it holds this. */
    String text(String part) throws Exception {
        until("document.body.innerText.includes(" + JSON.writeValueAsString(part) + ")");
        return evaluate("document.body.innerText").asText();
    }

    private void until(String condition) throws Exception {
        for (int tries = 0; tries < 400; tries++) {
            if (evaluate(condition).asBoolean()) {
                return;
            }
            pause();
        }
        throw new AssertionError("never true: " + condition + " in " + evaluate("location.href + document.body.innerText"));
    }

    private JsonNode evaluate(String script) throws Exception {
        answer = new CompletableFuture<>();
        page.sendText(JSON.writeValueAsString(Map.of("id", 1, "method", "Runtime.evaluate",
                "params", Map.of("expression", script, "returnByValue", true))), true);
        return answer.get(20, TimeUnit.SECONDS).path("result").path("result").path("value");
    }

    /** The one page that is open, as soon as the browser is up. */
    private String target() throws Exception {
        Path port = folder.resolve("profile/DevToolsActivePort");
        for (int tries = 0; tries < 400; tries++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (!lines.isEmpty()) {
                HttpResponse<String> list = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lines.getFirst() + "/json/list")).build(),
                        HttpResponse.BodyHandlers.ofString());
                for (JsonNode target : JSON.readTree(list.body())) {
                    if (target.path("type").asText().equals("page")) {
                        return target.path("webSocketDebuggerUrl").asText();
                    }
                }
            }
            pause();
        }
        throw new AssertionError("Chromium did not start: " + Files.readString(folder.resolve("log")));
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    /** Puts the pieces of an answer together. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    answer.complete(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** Closes the window as a person does who has changed their mind: nobody is told. */
    void closeWindow() throws Exception {
        if (page != null) {
            page.abort();
            page = null;
        }
        if (Files.exists(folder.resolve("pid"))) {
            ProcessHandle browser = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip())).orElse(null);
            if (browser != null) {
                List<ProcessHandle> all = java.util.stream.Stream.concat(browser.descendants(), java.util.stream.Stream.of(browser)).toList();
                browser.destroy();
                for (ProcessHandle one : all) {
                    one.onExit().get(10, TimeUnit.SECONDS);
                }
            }
            Files.delete(folder.resolve("pid"));
            Files.deleteIfExists(folder.resolve("profile/DevToolsActivePort"));
        }
    }

    @Override
    public void close() throws Exception {
        closeWindow();
        http.shutdownNow();
    }
}
