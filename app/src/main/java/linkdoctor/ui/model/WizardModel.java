package linkdoctor.ui.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.engine.Engine;
import linkdoctor.elsewhere.Imported;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.session.SessionFile;
import linkdoctor.ui.model.callers.CallersModel;
import linkdoctor.ui.model.compare.CompareModel;
import linkdoctor.ui.model.elsewhere.ElsewhereModel;

/** The wizard as a whole: its parts, and what goes from one to the other. */
public final class WizardModel {
    private final Engine engine;
    private final Work work;
    private final Navigation navigation = new Navigation();
    private final SignInModel signIn;
    private final VaultModel vaults;
    private final RunModel run;
    private final CompareModel compare;
    private final ElsewhereModel elsewhere;
    private final CallersModel callers;
    private final ReadOnlyObjectWrapper<Optional<Target>> target = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param pause between two looks when watching
     * @param keep  told what is known as a run grows
     */
    public WizardModel(Engine engine, Work work, Duration pause, Consumer<RunModel.Seen> keep) {
        this.engine = engine;
        this.work = work;
        signIn = new SignInModel(engine, work);
        vaults = new VaultModel(work);
        run = new RunModel(work, pause, keep);
        compare = new CompareModel(work);
        elsewhere = new ElsewhereModel(this);
        callers = new CallersModel(run.diagnosis());
    }

    public Engine engine() {
        return engine;
    }

    public Work work() {
        return work;
    }

    public Navigation navigation() {
        return navigation;
    }

    public SignInModel signIn() {
        return signIn;
    }

    public VaultModel vaults() {
        return vaults;
    }

    public RunModel run() {
        return run;
    }

    public CompareModel compare() {
        return compare;
    }

    /** Goes to comparing what was seen here with another look, when something was seen. */
    public void compareThis() {
        run.diagnosis().get().filter(seen -> run.idle()).ifPresent(seen -> {
            compare.begin(seen);
            navigation.go(Place.Page.COMPARE);
        });
    }

    /** Goes to comparing a saved session with another; {@code refused} gets the sentence when it is none. */
    public void compare(Path session, Consumer<String> refused) {
        compare.begin(session, () -> navigation.go(Place.Page.COMPARE), refused);
    }

    public CallersModel callers() {
        return callers;
    }

    public ElsewhereModel elsewhere() {
        return elsewhere;
    }

    /** The vault that is looked at. */
    public ReadOnlyObjectProperty<Optional<Target>> target() {
        return target.getReadOnlyProperty();
    }

    /** Signs in as chosen, and goes on to choosing the vault. */
    public void signInAndGoOn() {
        signIn.signIn(this::chooseVault);
    }

    /** Goes on without a sign-in, with what needs no rights. */
    public void goOnWithoutSignIn() {
        signIn.goWithout(this::chooseVault);
    }

    private void chooseVault() {
        signIn.visit().ifPresent(vaults::list);
        // Whoever went to look at something else while a browser was open is not called away from it.
        if (navigation.place().get() == Place.Page.SIGN_IN) {
            navigation.go(Place.Page.VAULT);
        }
    }

    public void signOut() {
        forget();
        signIn.signOut();
        navigation.go(Place.Page.SIGN_IN);
    }

    /** Starts the lab with a scenario and looks at its vault. */
    public void practise(Engine.Scenario scenario) {
        forget();
        signIn.practise(scenario, () -> {
            signIn.visit().ifPresent(vaults::list);
            read(scenario.vault()).ifPresent(this::check);
        });
    }

    private void forget() {
        run.clear();
        vaults.clear();
        target.set(Optional.empty());
    }

    /** Reads what the user wrote for a vault. */
    public TargetParser.Parsed parse(String given) {
        Cloud chosen = signIn.cloud().get();
        return TargetParser.parse(given, Optional.of(chosen), Stream.concat(Stream.of(chosen), Cloud.KNOWN.stream()).distinct().toList());
    }

    private Optional<Target> read(String given) {
        return parse(given) instanceof TargetParser.Read(Target read) ? Optional.of(read) : Optional.empty();
    }

    /** Looks at this vault, from the first section on. */
    public void check(Target vault) {
        run.clear();
        target.set(Optional.of(vault));
        navigation.go(Place.section(0));
        runAll();
    }

    /** Looks at the vault of this name; where nobody is signed in yet, that comes first and the name is kept. */
    public void checkNamed(String vault) {
        if (signIn.visit().isPresent() && parse(vault) instanceof TargetParser.Read(Target read)) {
            check(read);
        } else {
            vaults.filter().set(vault);
            navigation.go(signIn.visit().isPresent() ? Place.Page.VAULT : Place.Page.SIGN_IN);
        }
    }

    /** Goes there when there is something to see. */
    public void goIfLookedAt(Place place) {
        if (run.diagnosis().get().isPresent() || !run.idle()) {
            navigation.go(place);
        }
    }

    public boolean canLook() {
        return signIn.visit().isPresent() && target.get().isPresent();
    }

    public void runAll() {
        look((visit, vault) -> run.all(visit, vault));
    }

    /** Looks again at a section; what another machine told of it, that machine must be asked again. */
    public void checkAgain(Section section) {
        if (ElsewhereModel.MATTERS.contains(section.number()) && run.diagnosis().get().flatMap(known -> Imported.from(known.facts())).isPresent()) {
            navigation.go(Place.Page.ELSEWHERE);
            return;
        }
        look((visit, vault) -> run.again(visit, section));
    }

    /** Asks the workspace that keeps the audit log what the service saw. */
    public void askService() {
        look((visit, vault) -> run.auditLog(visit));
    }

    public void watch(Section section) {
        look((visit, vault) -> run.watch(visit, section));
    }

    /** What is done with a visit and a vault. */
    @FunctionalInterface
    private interface Looking {
        void at(Visit visit, Target vault);
    }

    private void look(Looking looking) {
        signIn.visit().ifPresent(visit -> target.get().ifPresent(vault -> looking.at(visit, vault)));
    }

    /** Opens a saved session; {@code refused} gets the sentence when it is none. */
    public void open(Path session, Consumer<String> refused) {
        work.start("open", () -> {
            SessionFile.Opened opened = SessionFile.open(session);
            return new Judged(opened, opened instanceof SessionFile.Session(var facts, var finished, var tool) ? Optional.of(Diagnosis.of(facts)) : Optional.empty());
        }, judged -> {
            switch (judged.opened()) {
                case SessionFile.NotASession(String said) -> refused.accept(said);
                case SessionFile.Session saved -> judged.diagnosis().ifPresent(this::show);
            }
        });
    }

    private record Judged(SessionFile.Opened opened, Optional<Diagnosis> diagnosis) {
    }

    private void show(Diagnosis saved) {
        forget();
        signIn.signOut();
        target.set(Optional.of(saved.facts().target()));
        Cloud cloud = saved.facts().target().cloud();
        signIn.cloud().set(cloud);
        run.show(saved);
        navigation.go(Place.Page.DIAGNOSIS);
    }

    /** Ends everything that goes on. */
    public void close() {
        run.cancel();
        signIn.signOut();
    }
}
