package linkdoctor.ui.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.Identity;
import linkdoctor.probe.SignInPrompt;

/** Signing in and out, and the visit that comes of it. */
public final class SignInModel {
    private static final int REPEATS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PRACTICE_TIMEOUT = Duration.ofSeconds(30);

    private final Engine engine;
    private final Work work;
    private final ReadOnlyObjectWrapper<SignInState> state = new ReadOnlyObjectWrapper<>(new SignInState.Out(""));
    private final ObjectProperty<Asked.SignIn> way = new SimpleObjectProperty<>(Asked.SignIn.BROWSER);
    private final ObjectProperty<Cloud> cloud = new SimpleObjectProperty<>(Cloud.PUBLIC);
    private final StringProperty tenant = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Path>> caFile = new SimpleObjectProperty<>(Optional.empty());
    private final TypedServers dnsServers = new TypedServers();
    private final ObjectProperty<Optional<Engine.Scenario>> scenario = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper labSaid = new ReadOnlyStringWrapper("");
    private Optional<Visit> visit = Optional.empty();
    private Optional<Attempt> attempt = Optional.empty();

    public SignInModel(Engine engine, Work work) {
        this.engine = engine;
        this.work = work;
    }

    public ReadOnlyObjectProperty<SignInState> state() {
        return state.getReadOnlyProperty();
    }

    /** The way that the user chose. */
    public ObjectProperty<Asked.SignIn> way() {
        return way;
    }

    public ObjectProperty<Cloud> cloud() {
        return cloud;
    }

    /** The tenant to sign in to; blank takes the vault's own. */
    public StringProperty tenant() {
        return tenant;
    }

    /** Extra trusted roots, as behind an inspecting proxy. */
    public ObjectProperty<Optional<Path>> caFile() {
        return caFile;
    }

    /** DNS servers to ask beside those found. */
    public TypedServers dnsServers() {
        return dnsServers;
    }

    /** The lab's scenario in place of the real Azure. */
    public ObjectProperty<Optional<Engine.Scenario>> scenario() {
        return scenario;
    }

    /** Why the lab did not start when it was last asked to; empty when it did. */
    public ReadOnlyStringProperty labSaid() {
        return labSaid.getReadOnlyProperty();
    }

    public Optional<Visit> visit() {
        return visit;
    }

    /** Reads a cloud from ARM's own description of it and chooses it; {@code refused} gets the sentence if it is none. */
    public void cloudFile(Path metadata, Consumer<String> refused) {
        work.start("cloud file", () -> engine.cloud(metadata), reply -> {
            switch (reply) {
                case Engine.Done<Cloud>(Cloud own) -> cloud.set(own);
                case Engine.Refused<Cloud>(String said) -> refused.accept(said);
            }
        });
    }

    /** Signs in as chosen; {@code then} runs when somebody is signed in. */
    public void signIn(Runnable then) {
        enter(way.get(), then, this::out);
    }

    /** Goes on with what needs no rights. */
    public void goWithout(Runnable then) {
        enter(Asked.SignIn.NONE, then, this::out);
    }

    /** Starts the lab and signs in there as its practice account. */
    public void practise(Engine.Scenario in, Runnable then) {
        signOut();
        scenario.set(Optional.of(in));
        cloud.set(Cloud.PUBLIC);
        enter(Asked.SignIn.USUAL, then, said -> {
            signOut();
            labSaid.set(said);
        });
    }

    private void out(String said) {
        state.set(new SignInState.Out(said));
    }

    private void enter(Asked.SignIn by, Runnable then, Consumer<String> otherwise) {
        end();
        Attempt mine = new Attempt(by, then, otherwise);
        attempt = Optional.of(mine);
        state.set(new SignInState.Starting());
        Asked asked = asked(by);
        Cloud in = cloud.get();
        mine.job = work.start("sign-in", () -> mine.go(asked, in), mine::came);
    }

    private Asked asked(Asked.SignIn by) {
        return new Asked(by, Optional.of(tenant.get().strip()).filter(id -> !id.isEmpty()), caFile.get(), dnsServers.servers().get(), REPEATS,
                scenario.get().isPresent() ? PRACTICE_TIMEOUT : TIMEOUT, List.of(), scenario.get().map(Engine.Scenario::name));
    }

    /** Gives up an attempt that waits. */
    public void cancel() {
        attempt.ifPresent(mine -> {
            end();
            mine.otherwise.accept(mine.by == Asked.SignIn.USUAL ? "It was cancelled before the lab was ready." : "The sign-in was cancelled.");
        });
    }

    /** Forgets who is signed in, and stops the lab. */
    public void signOut() {
        end();
        scenario.set(Optional.empty());
        labSaid.set("");
        out("");
    }

    /** Ends the attempt and the visit, whichever there is. */
    private void end() {
        attempt.ifPresent(Attempt::giveUp);
        attempt = Optional.empty();
        visit.ifPresent(this::closeLater);
        visit = Optional.empty();
    }

    private void closeLater(Visit over) {
        work.start("sign-out", () -> {
            over.close();
            return over;
        }, closed -> { });
    }

    /** What an attempt came to: a visit with its identity, or a sentence. */
    private sealed interface Outcome {
        record Begun(Visit visit, Probed<Identity> who) implements Outcome {
        }

        record Refused(String said) implements Outcome {
        }
    }

    /** One attempt; when another has taken its place it says nothing any more. */
    private final class Attempt {
        private final Asked.SignIn by;
        private final Runnable then;
        private final Consumer<String> otherwise;
        private Work.Job job;
        private boolean over;

        private Attempt(Asked.SignIn by, Runnable then, Consumer<String> otherwise) {
            this.by = by;
            this.then = then;
            this.otherwise = otherwise;
        }

        private Outcome go(Asked asked, Cloud in) {
            return switch (engine.visit(asked, in, prompt -> work.draw(() -> waiting(prompt)))) {
                case Engine.Done<Visit>(Visit begun) -> new Outcome.Begun(begun, begun.signIn(Optional.empty()));
                case Engine.Refused<Visit>(String said) -> new Outcome.Refused(said);
            };
        }

        private void waiting(SignInPrompt prompt) {
            if (!over) {
                state.set(new SignInState.Waiting(prompt));
            }
        }

        private void giveUp() {
            over = true;
            job.interrupt();
        }

        private void came(Outcome outcome) {
            switch (outcome) {
                case Outcome.Refused(String said) -> failed(said);
                case Outcome.Begun(Visit begun, Probed<Identity> who) -> {
                    switch (who) {
                        case Probed.Seen<Identity>(Identity identity, var evidence) -> in(begun, new SignInState.In(identity));
                        case Probed.NotTried<Identity> nobody -> in(begun, new SignInState.Without(""));
                        case Probed.Failed<Identity>(Failure failure, var evidence) -> refused(begun, failure);
                    }
                }
            }
        }

        /** A practice account that cannot sign in is what such a scenario is about. */
        private void refused(Visit begun, Failure failure) {
            if (by == Asked.SignIn.USUAL && failure.kind() != Failure.Kind.CANCELLED) {
                in(begun, new SignInState.Without(failure.said()));
            } else {
                closeLater(begun);
                failed(failure.said());
            }
        }

        private void in(Visit begun, SignInState as) {
            if (over) {
                closeLater(begun);
                return;
            }
            attempt = Optional.empty();
            visit = Optional.of(begun);
            state.set(as);
            then.run();
        }

        private void failed(String said) {
            if (!over) {
                attempt = Optional.empty();
                otherwise.accept(said);
            }
        }
    }
}
