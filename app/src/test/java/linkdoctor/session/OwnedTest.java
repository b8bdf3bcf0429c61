package linkdoctor.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Files and folders that nobody else may read. The list that Windows gets is made here and was not seen at work. */
class OwnedTest {
    @TempDir
    private Path folder;

    @Test
    void onPosixSystemsTheModesSaySo() throws Exception {
        Path inner = folder.resolve("a").resolve("b");
        Owned.folder(inner);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner))).isEqualTo("rwx------");
        Path file = Files.createTempFile(inner, "x", ".part");
        Owned.alone(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsThereKeepsItsModes() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        PrivateFile.folder(shared);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared))).isEqualTo("rwxr-xr-x");
    }

    @Test
    void theListForWindowsNamesTheOwnerAloneAndHandsItDown() throws Exception {
        UserPrincipal owner = Files.getOwner(folder);
        assertThat(Owned.only(owner, Set.of(AclEntryFlag.FILE_INHERIT))).singleElement().satisfies(entry -> {
            assertThat(entry.principal()).isEqualTo(owner);
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
            assertThat(entry.flags()).containsExactly(AclEntryFlag.FILE_INHERIT);
        });
    }
}
