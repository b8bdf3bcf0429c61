package linkdoctor.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.Keeper;
import linkdoctor.facts.Snapshot;

/** A program that writes the session of a growing run again and again, as fast as it can, until it is killed. */
public final class Scribe {
    private Scribe() {
    }

    /** @param args the session of a whole run, and the folder to write to */
    public static void main(String[] args) {
        Snapshot whole = ((SessionFile.Session) SessionFile.open(Path.of(args[0]))).facts();
        Shelf shelf = new Shelf(Path.of(args[1]));
        Keeper keeper = new Keeper(facts -> shelf.save(Diagnosis.of(facts), new Tool("linkdoctor", "test"), Instant.now()), failed -> System.exit(1));
        List<String> names = List.copyOf(Snapshot.names());
        for (int known = 0; ; known = (known + 1) % (names.size() + 1)) {
            keeper.keep(whole, Set.copyOf(names.subList(known, names.size())));
            Thread.onSpinWait();
        }
    }
}
