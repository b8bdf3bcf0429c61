package linkdoctor.ui.model.elsewhere;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Run;
import linkdoctor.elsewhere.Imported;
import linkdoctor.elsewhere.ProbeOutput;
import linkdoctor.elsewhere.ProbeScript;
import linkdoctor.explain.PastedBytes;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

/** Looking from another machine: the script for it, and what it told in the place of what was seen from here. */
public final class ElsewhereModel {
    /** The sections that rest on the machine that is looked from: the client, DNS resolution, the live request. */
    public static final Set<Integer> MATTERS = Set.of(1, 5, 7);
    private static final int LARGEST = 4 << 20;
    private final WizardModel model;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    public ElsewhereModel(WizardModel model) {
        this.model = model;
        // What was told of one vault says nothing of another.
        model.target().addListener(changed -> {
            refused.set("");
            told.set("");
        });
    }

    /** The script for the vault that is looked at; empty before one is. */
    public Optional<ProbeScript.Made> script() {
        return model.run().diagnosis().get().map(known -> ProbeScript.of(known.facts())).or(() -> model.target().get().map(ProbeScript::of));
    }

    /** Why the last output was not taken, or empty. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** What is to be known of the output that was taken (cut off, one of several); usually empty. */
    public ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    /** Who speaks in the place of this machine, as a sentence; empty where nobody does. */
    public static String speaker(Optional<Diagnosis> known) {
        return known.flatMap(diagnosis -> Run.told(diagnosis.facts())).map(said -> "In what follows, " + said
                + ". The client, DNS and the requests are as seen from there; Run all looks from here again.").orElse("");
    }

    /** Takes what was pasted. */
    public void take(String text) {
        start(() -> judged(text, "The text"));
    }

    /** Takes what is in a file. */
    public void take(Path file) {
        start(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST ? new Refused(file + " is longer than 4 MiB: give the part that the probe script printed.")
                        : judged(PastedBytes.text(bytes), file.toString());
            } catch (IOException e) {
                return new Refused(file + " cannot be read: choose a file that you may read.");
            }
        });
    }

    /** What became of an output. */
    private sealed interface Taken {
    }

    private record Refused(String said) implements Taken {
    }

    /** @param told what to know of it */
    private record Judged(Snapshot before, Diagnosis diagnosis, String told) implements Taken {
    }

    private Taken judged(String text, String what) {
        return switch (ProbeOutput.read(text, what, Instant.now())) {
            case ProbeOutput.NoOutput(String said) -> new Refused(said);
            case ProbeOutput.Outputs(List<ProbeOutput> all) -> known().<Taken>map(facts -> switch (Imported.into(facts, all.getLast())) {
                case Imported.Refused(String said) -> new Refused(said);
                case Imported.Facts(Snapshot now) -> new Judged(facts, Diagnosis.of(now), toKnow(what, all));
            }).orElseGet(() -> new Refused("No vault is chosen that the output could be about."));
        };
    }

    private static String toKnow(String what, List<ProbeOutput> all) {
        String several = all.size() < 2 ? "" : what + " holds the outputs of " + Words.list(all.stream().map(ProbeOutput::host).toList()) + "; the last one was taken. ";
        return (several + all.getLast().cut().orElse("")).strip();
    }

    private Optional<Snapshot> known() {
        return model.run().diagnosis().get().map(Diagnosis::facts);
    }

    private void start(java.util.concurrent.Callable<Taken> work) {
        refused.set("");
        told.set("");
        if (model.run().idle()) {
            model.work().start("import", work, this::done);
        } else {
            refused.set("The vault is being looked at: import the output when that has ended.");
        }
    }

    private void done(Taken taken) {
        switch (taken) {
            case Refused(String said) -> refused.set(said);
            case Judged judged -> {
                boolean same = model.run().idle() && known().filter(facts -> facts == judged.before()).isPresent();
                if (same) {
                    model.run().replace(judged.diagnosis());
                    told.set(judged.told());
                    model.navigation().go(Place.Page.DIAGNOSIS);
                } else {
                    refused.set("Another look began meanwhile: import the output again.");
                }
            }
        }
    }
}
