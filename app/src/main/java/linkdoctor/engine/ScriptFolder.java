package linkdoctor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import linkdoctor.script.Scripts;
import linkdoctor.session.PrivateFile;

/** The folder that scripts are written to. What is needed to take an earlier run back is never written over. */
public final class ScriptFolder {
    private ScriptFolder() {
    }

    /** What became of it. */
    public sealed interface Written {
    }

    /** The scripts are there. */
    public record Done() implements Written {
    }

    /** They are not; {@code said} is one sentence on what to do. */
    public record Refused(String said) implements Written {
    }

    /** Writes scripts of a plan, and makes the folder where it is missing. */
    public static Written write(Path folder, Scripts scripts) {
        try {
            PrivateFile.folder(folder.toAbsolutePath());
            if (ranOthers(folder, scripts.record())) {
                return new Refused(folder + " holds other scripts that were run, and what is needed to take their steps back; name another folder.");
            }
            for (Map.Entry<String, String> file : new TreeMap<>(scripts.files()).entrySet()) {
                Path path = folder.resolve(file.getKey());
                PrivateFile.write(path, file.getValue());
                runnable(path);
            }
            return new Done();
        } catch (IOException e) {
            return new Refused("The scripts cannot be written to " + folder + "; name a folder that you may write to.");
        }
    }

    private static boolean ranOthers(Path folder, String record) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).anyMatch(name -> name.startsWith(Scripts.RECORD) && !name.equals(record));
        }
    }

    private static void runnable(Path file) throws IOException {
        if (file.toString().endsWith(".sh") && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
