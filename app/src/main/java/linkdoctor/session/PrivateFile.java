package linkdoctor.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** Writes a file whole or not at all, readable by its owner alone where the file system knows owners. */
public final class PrivateFile {
    private static final String BEGINS = ".linkdoctor-";
    private static final String ENDS = ".part";
    /** No write takes that long: a half file that is older belongs to a program that was killed. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(2);

    private PrivateFile() {
    }

    public static void write(Path file, String text) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path temporary = Files.createTempFile(absolute.getParent(), BEGINS, ENDS);
        try {
            Owned.alone(temporary);
            store(temporary, text);
            move(temporary, absolute);
        } finally {
            Files.deleteIfExists(temporary);
        }
        settle(absolute.getParent());
        sweep(absolute.getParent());
    }

    /** Makes a folder and those above it; a new one is its owner's alone where the file system knows owners. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Owned.folder(folder);
        }
    }

    /** The name must not reach the disk before what it names, or a power cut leaves an empty file under it. */
    private static void store(Path temporary, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Brings the new name to the disk too. */
    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // Windows opens no folders: there the file is whole under its old name or its new one, as it was before.
        }
    }

    /** Takes away what killed programs left half written. */
    private static void sweep(Path folder) {
        Instant old = Instant.now().minus(LONGEST_WRITE);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEGINS + "*" + ENDS)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException later) {
            // The file is written, which is what counts; the next write sweeps again.
        }
    }
}
