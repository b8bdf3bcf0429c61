package linkdoctor.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Stands in for the Azure CLI and curl where a script's own doings are tested: it keeps what it was called with, and answers
 * as the test says. That the commands mean to Azure what they should is proven by the real one, in {@code ScriptLoop}.
 */
final class FakeAz {
    private final Path folder;
    private final Path tools;

    FakeAz(Path folder) throws IOException {
        this.folder = folder;
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(folder.resolve("scripts"));
        tool("az", """
                printf '%s\\0' "$@" >>"$FAKE/calls"
                printf '\\1\\0' >>"$FAKE/calls"
                case "$1 $2" in
                    'cloud show') cat "$FAKE/arm" ;;
                    'account list') cat "$FAKE/subscriptions" ;;
                    'rest --method') if [ -e "$FAKE/refusal" ]; then cat "$FAKE/refusal" >&2; exit 1; fi; cat "$FAKE/state" ;;
                    *) if [ -e "$FAKE/broken" ]; then echo 'ERROR: (AuthorizationFailed) no' >&2; exit 1; fi ;;
                esac
                """);
        tool("curl", """
                while [ $# -gt 0 ]; do if [ "$1" = -D ]; then headers=$2; fi; shift; done
                if [ ! -e "$FAKE/network-info" ]; then echo 'curl: (7) Failed to connect' >&2; exit 7; fi
                printf 'HTTP/1.1 200 OK\\r\\nx-ms-keyvault-network-info: %s\\r\\n\\r\\n' "$(cat "$FAKE/network-info")" >"$headers"
                printf '10.1.1.5 200'
                """);
        tool("sleep", "exit 0\n");
        says("arm", "https://management.azure.com/\n");
        says("subscriptions", "");
        says("state", "");
    }

    /** What a run came to. */
    record Ran(int exit, String said) {
    }

    private void tool(String name, String body) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** What is answered from now on: {@code state}, {@code subscriptions}, {@code arm}, {@code refusal}, {@code network-info}, {@code broken}. */
    FakeAz says(String what, String text) throws IOException {
        Files.writeString(folder.resolve(what), text);
        return this;
    }

    FakeAz writes(Scripts scripts) throws IOException {
        for (Map.Entry<String, String> file : scripts.files().entrySet()) {
            Files.writeString(folder.resolve("scripts").resolve(file.getKey()), file.getValue());
        }
        return this;
    }

    Path scripts() {
        return folder.resolve("scripts");
    }

    Ran run(String script, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", scripts().resolve(script).toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Files.createDirectories(folder.resolve("elsewhere")).toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("FAKE", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the script did not end: " + said);
        }
        return new Ran(process.exitValue(), said);
    }

    /** The calls since the last time this was asked that change something, each with its arguments. */
    List<List<String>> changes() throws IOException {
        Path calls = folder.resolve("calls");
        String all = Files.exists(calls) ? Files.readString(calls) : "";
        Files.deleteIfExists(calls);
        return Arrays.stream(all.split("\1\0")).filter(call -> !call.isEmpty()).map(call -> List.of(call.split("\0", -1)))
                .map(args -> args.subList(0, args.size() - 1))
                .filter(args -> Stream.of("rest", "cloud", "account").noneMatch(args.getFirst()::equals)).toList();
    }
}
