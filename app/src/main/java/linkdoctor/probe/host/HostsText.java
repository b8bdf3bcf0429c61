package linkdoctor.probe.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.probe.Outside;

/** The hosts file of this system, wherever it lies. */
final class HostsText {
    private static final String BOM_READ_AS_LATIN = "\u00ef\u00bb\u00bf";

    private final Outside outside;

    HostsText(Outside outside) {
        this.outside = outside;
    }

    Probed<HostsFile> look(Target target) {
        String path = path();
        Instant at = Instant.now();
        try {
            HostsFile file = HostsFile.parse(path, decode(Files.readAllBytes(Path.of(path))), wanted(target)::contains);
            String lines = file.entries().stream().map(entry -> "line " + entry.line() + ": " + entry.ip() + " " + entry.name())
                    .collect(Collectors.joining("; "));
            return Probed.seen(file, evidence(target, path, at, lines.isEmpty() ? "no line names the vault" : lines));
        } catch (NoSuchFileException nothingWritten) {
            // A system without a hosts file resolves as one with an empty file does.
            return Probed.seen(new HostsFile(path, java.util.List.of()), evidence(target, path, at, "there is no such file"));
        } catch (AccessDeniedException e) {
            return Probed.failed(Failure.of(Failure.Kind.DENIED, "The hosts file " + path + " may not be read."),
                    evidence(target, path, at, "access denied"));
        } catch (IOException e) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED, "The hosts file " + path + " cannot be read."),
                    evidence(target, path, at, e.getClass().getSimpleName()));
        }
    }

    private String path() {
        if (outside.hostsFile().isPresent()) {
            return outside.hostsFile().get().toString();
        }
        if (!windows()) {
            return "/etc/hosts";
        }
        String root = outside.environment().getOrDefault("SystemRoot", outside.environment().getOrDefault("windir", "C:\\Windows"));
        return root + "\\System32\\drivers\\etc\\hosts";
    }

    private boolean windows() {
        return outside.properties().getOrDefault("os.name", "").startsWith("Windows");
    }

    /** Any byte is a character in Latin-1, and names are ASCII: comments in other encodings do no harm. */
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith(BOM_READ_AS_LATIN) ? text.substring(BOM_READ_AS_LATIN.length()) : text;
    }

    private static Set<String> wanted(Target target) {
        Set<String> names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(target.hostname());
        names.add(target.privateLinkName());
        return names;
    }

    private Evidence evidence(Target target, String path, Instant at, String answered) {
        CommandLine command = windows() ? CommandLine.of("Select-String", "-Path", path, "-Pattern", target.vault())
                : CommandLine.of("grep", "-n", "-i", "-F", target.vault(), path);
        return new Evidence("the vault's names in " + path, answered, at, Duration.between(at, Instant.now()), command.bash());
    }
}
