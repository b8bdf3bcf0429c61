package linkdoctor.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may read a file: its owner alone, by modes on POSIX systems, by an access control list on Windows. */
final class Owned {
    private static final Set<AclEntryFlag> HANDED_DOWN = EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);

    private Owned() {
    }

    /** A temporary file of Java's is its owner's alone already on POSIX systems; elsewhere it has what its folder hands down. */
    static void alone(Path file) throws IOException {
        limit(file, Set.of());
    }

    /** Makes a folder and those above it. */
    static void folder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
            limit(folder, HANDED_DOWN);
        }
    }

    private static void limit(Path path, Set<AclEntryFlag> flags) throws IOException {
        // A stick or a share may know no owners: then there is nothing to limit.
        if (Files.getFileStore(path).supportsFileAttributeView(AclFileAttributeView.class)) {
            AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
            acl.setAcl(only(acl.getOwner(), flags));
        }
    }

    /** A list that lets this one do all, and names nobody else. */
    static List<AclEntry> only(UserPrincipal owner, Set<AclEntryFlag> flags) {
        return List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class)).setFlags(flags).build());
    }
}
