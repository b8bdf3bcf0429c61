package linkdoctor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Shelf;

import static org.assertj.core.api.Assertions.assertThat;

/** What is on disk while a run goes on is what the next start finds after a crash. */
class KeeperTest {
    private static final Target FABRIKAM = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
    @TempDir
    Path folder;
    private final List<IOException> said = new CopyOnWriteArrayList<>();

    private final Snapshot facts = Snapshot.blank(FABRIKAM, Instant.parse("2026-11-21T10:00:00Z"), "Nobody asked.")
            .with("vault", Probed.notTried("It is still being looked at."));

    private Keeper on(Shelf shelf) {
        return new Keeper(seen -> shelf.save(Diagnosis.of(seen), Version.TOOL, Instant.now()), said::add);
    }

    private Shelf.Entry kept(Set<String> open) throws Exception {
        Shelf shelf = new Shelf(folder.resolve("sessions"));
        Keeper keeper = on(shelf);
        keeper.keep(facts, open);
        keeper.finish();
        return shelf.recent().getFirst();
    }

    @Test
    void aRunThatGoesOnIsKeptAsOneThatWasBrokenOff() throws Exception {
        Shelf.Entry entry = kept(Set.of("vault"));
        assertThat(entry.whole()).isFalse();
        assertThat(SessionFile.open(entry.file())).isInstanceOfSatisfying(SessionFile.Session.class, session -> {
            assertThat(session.facts().vault().trouble().map(Failure::kind)).contains(Failure.Kind.CANCELLED);
            assertThat(session.facts().zones().trouble()).as("what was not to be looked at stays so").isEmpty();
        });
    }

    @Test
    void theEndOfARunIsKeptAsItIsAndForItsOwnerAlone() throws Exception {
        Shelf.Entry entry = kept(Set.of());
        assertThat(entry.whole()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry.file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry.file().getParent()))).isEqualTo("rwx------");
        assertThat(said).isEmpty();
    }

    @Test
    void thatNothingCanBeKeptIsSaidOnce() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Shelf shelf = new Shelf(file.resolve("sessions"));
        Keeper keeper = on(shelf);
        for (int times = 1; times <= 3; times++) {
            keeper.keep(facts, Set.of());
            while (times == 1 && said.isEmpty()) {
                Thread.sleep(5);
            }
        }
        keeper.finish();
        assertThat(said).hasSize(1);
    }
}
