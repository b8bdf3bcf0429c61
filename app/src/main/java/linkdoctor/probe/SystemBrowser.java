package linkdoctor.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The browser that this system opens web pages with, by the system's own opener. No shell is in between, so an address
 * cannot say anything but where to go.
 *
 * @param system      name of the operating system
 * @param environment where the opener is looked for
 */
public record SystemBrowser(String system, Map<String, String> environment) implements Browser {
    /** An opener that fails does so at once; one that goes on may be the browser itself. */
    private static final long MILLIS_TO_FAIL = 500;
    private static final Set<String> WEB = Set.of("https", "http");

    /** That of this machine. */
    public static Browser ofThisMachine() {
        return new SystemBrowser(System.getProperty("os.name", ""), System.getenv());
    }

    @Override
    public void open(URI page) throws IOException, InterruptedException {
        Process opener = new ProcessBuilder(command(page)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        opener.getOutputStream().close();
        if (opener.waitFor(MILLIS_TO_FAIL, TimeUnit.MILLISECONDS) && opener.exitValue() != 0) {
            throw new IOException("the opener of web pages ended with code " + opener.exitValue());
        }
    }

    /**
     * The opener and its arguments.
     *
     * @throws IOException when this system has none
     */
    List<String> command(URI page) throws IOException {
        if (!WEB.contains(String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT)) || page.getHost() == null) {
            throw new IOException("this is no web page");
        }
        String address = page.toASCIIString();
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String windows = environment.getOrDefault("SystemRoot", "C:\\Windows");
            return List.of(windows + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", address);
        }
        if (os.startsWith("mac")) {
            return List.of("/usr/bin/open", address);
        }
        return List.of(onPath(environment, "xdg-open").orElseThrow(() -> new IOException("xdg-open is not on the PATH")).toString(), address);
    }

    /** Where a program is, by the environment's PATH. */
    public static Optional<Path> onPath(Map<String, String> environment, String program) {
        // Windows writes it Path.
        String path = environment.entrySet().stream().filter(one -> one.getKey().equalsIgnoreCase("PATH")).map(Map.Entry::getValue)
                .findFirst().orElse("");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }

    /** The environment may hold secrets, so it is left out. */
    @Override
    public String toString() {
        return "SystemBrowser[" + system + "]";
    }
}
