package linkdoctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.lab.Lab;

/** The real Azure CLI on the PATH, signed in to a running lab as its owner, with a profile of its own. */
final class AzureCli implements AutoCloseable {
    private static final long MINUTES = 5;
    private final Lab lab;
    private final Path folder;

    private AzureCli(Lab lab) throws IOException {
        this.lab = lab;
        folder = Files.createTempDirectory("linkdoctor-az");
    }

    /** What a script came to: its exit code and everything it said. */
    record Ran(int exit, String output) {
        boolean well() {
            return exit == 0;
        }
    }

    static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(one -> Files.isExecutable(Path.of(one, "az")));
    }

    /** @throws IOException when the sign-in fails; the text says why */
    static AzureCli signedIn(Lab lab) throws IOException, InterruptedException {
        AzureCli cli = new AzureCli(lab);
        Lab.Credentials owner = lab.owner();
        Ran login = cli.run(List.of(CommandLine.of("az", "login", "--service-principal", "-u", owner.clientId(), "-p", owner.secret(),
                "--tenant", owner.tenant(), "--output", "none").bash()));
        if (!login.well()) {
            cli.close();
            throw new IOException("az login: " + login.output());
        }
        return cli;
    }

    /** Runs lines of bash exactly as they are, up to the first that fails. */
    Ran run(List<String> lines) throws IOException, InterruptedException {
        List<String> script = new ArrayList<>(List.of("set -euo pipefail"));
        script.addAll(lines);
        Path file = Files.write(folder.resolve("run.sh"), script);
        Path said = folder.resolve("said.txt");
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true).redirectOutput(said.toFile());
        bash.environment().putAll(surroundings());
        Process process = bash.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return new Ran(-1, "still running after " + MINUTES + " minutes");
        }
        return new Ran(process.exitValue(), Files.readString(said));
    }

    /** As the served lab tells a client's shell to set them. */
    private Map<String, String> surroundings() {
        String proxy = "http://127.0.0.1:" + lab.proxy().getPort();
        String ca = lab.caFile().toString();
        return Map.of("HTTPS_PROXY", proxy, "HTTP_PROXY", proxy, "NO_PROXY", "", "REQUESTS_CA_BUNDLE", ca, "SSL_CERT_FILE", ca, "CURL_CA_BUNDLE", ca,
                "AZURE_CONFIG_DIR", folder.resolve("profile").toString(), "AZURE_CORE_COLLECT_TELEMETRY", "false",
                "AZURE_CORE_NO_COLOR", "true", "PYTHONWARNINGS", "ignore");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
