package linkdoctor.ui.page;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.SignInModel;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.signin.NeededRights;
import linkdoctor.ui.page.signin.Prompt;
import linkdoctor.ui.page.signin.SignedIn;
import linkdoctor.ui.page.signin.Ways;
import linkdoctor.ui.page.signin.Where;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;

/** Who looks: sign in, be asked to, see as whom and with which rights, sign out. */
final class SignInPage implements Page {
    private static final String ACCOUNT = "engineer@fabrikam.example";
    private static final String PASSWORD = "practice";
    private final WizardModel model;
    private final SignInModel signIn;
    private final Ways ways;
    private final SignedIn signedIn;
    private final Prompt prompt;
    private final Button stop = new Button("Cancel");
    private final Button signOut = new Button("Sign _out");
    private final ToggleButton differently = new ToggleButton("Sign in as _somebody else");
    private final VBox view = new VBox();

    SignInPage(WizardModel model, Consumer<URI> openLink) {
        this.model = model;
        this.signIn = model.signIn();
        ways = new Ways(signIn.way());
        signedIn = new SignedIn(model.vaults());
        prompt = new Prompt(openLink, signIn::cancel);
        differently.setId("differently");
        view.getStyleClass().addAll("start-page", "sign-in");
        view.getChildren().addAll(practice(), trouble(), starting(), shownWhen(prompt, is(SignInState.Waiting.class)), in(), form());
        signIn.state().subscribe(this::show);
    }

    private void show(SignInState state) {
        prompt.over();
        switch (state) {
            case SignInState.Waiting(var asked) -> prompt.show(asked);
            case SignInState.In(var who) -> {
                differently.setSelected(false);
                signedIn.show(who, signIn.scenario().get());
            }
            case SignInState.Out out -> differently.setSelected(false);
            case SignInState.Without without -> differently.setSelected(false);
            case SignInState.Starting starting -> { }
        }
        // The button that was pressed may be gone: the focus goes where the eye does.
        if (view.getScene() != null) {
            focus().requestFocus();
        }
    }

    private ObservableValue<Boolean> is(Class<? extends SignInState> kind) {
        return signIn.state().map(kind::isInstance);
    }

    private static Node shownWhen(Node node, ObservableValue<Boolean> so) {
        node.visibleProperty().bind(so);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Node practice() {
        Button leave = new Button("_Leave the lab");
        leave.setId("leave-lab");
        leave.setMinWidth(Button.USE_PREF_SIZE);
        leave.setOnAction(event -> model.signOut());
        Notice notice = new Notice(Notice.Kind.HINT, signIn.scenario().map(in -> in.map(scenario -> "This is practice: \"" + scenario.title()
                + "\". To try a device code or the browser, sign in as " + ACCOUNT + " with the password " + PASSWORD + ".").orElse("")), leave);
        notice.setId("practice");
        return notice;
    }

    private Node trouble() {
        Notice notice = new Notice(Notice.Kind.TROUBLE, signIn.state().map(state -> switch (state) {
            case SignInState.Out(String said) -> said;
            case SignInState.Without(String said) -> said;
            case SignInState.Starting starting -> "";
            case SignInState.Waiting waiting -> "";
            case SignInState.In in -> "";
        }));
        notice.setId("sign-in-trouble");
        return notice;
    }

    private Node starting() {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Signing in");
        stop.setId("cancel-starting");
        stop.setOnAction(event -> signIn.cancel());
        HBox row = new HBox(bar, new Label("Signing in\u2026"), stop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return shownWhen(row, is(SignInState.Starting.class));
    }

    private Node in() {
        signOut.setId("sign-out");
        shownWhen(signOut, signIn.scenario().map(Optional::isEmpty));
        signOut.setOnAction(event -> model.signOut());
        FlowPane buttons = new FlowPane(signOut, differently);
        buttons.getStyleClass().add("buttons");
        VBox in = new VBox(signedIn, buttons, new NeededRights());
        in.getStyleClass().add("block-wide");
        return shownWhen(in, is(SignInState.In.class));
    }

    private Node form() {
        Button without = new Button("_Go on without signing in");
        without.setId("without");
        without.setOnAction(event -> model.goOnWithoutSignIn());
        without.disableProperty().bind(signIn.dnsServers().trouble().map(said -> !said.isEmpty()));
        Button go = new Button("Sign in th_is way");
        go.setId("sign-in-differently");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> model.signInAndGoOn());
        go.disableProperty().bind(signIn.dnsServers().trouble().map(said -> !said.isEmpty()));
        Offer other = new Offer("Only what needs no rights: DNS, TLS, the request itself and this machine.", without);
        VBox form = new VBox(ways, new Where(signIn), shownWhen(go, is(SignInState.In.class)), other);
        form.getStyleClass().add("block-wide");
        return shownWhen(form, signIn.state().flatMap(state -> differently.selectedProperty().map(asked -> switch (state) {
            case SignInState.Out out -> true;
            case SignInState.Without without2 -> true;
            case SignInState.In in -> asked;
            case SignInState.Starting starting -> false;
            case SignInState.Waiting waiting -> false;
        })));
    }

    @Override
    public String title() {
        return "Sign in to Azure";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node focus() {
        return switch (signIn.state().get()) {
            case SignInState.In in -> signedIn;
            case SignInState.Out out -> ways.selected();
            case SignInState.Without without -> ways.selected();
            case SignInState.Starting starting -> stop;
            case SignInState.Waiting waiting -> prompt.first();
        };
    }

    @Override
    public Optional<Next> next() {
        return Optional.of(switch (signIn.state().get()) {
            case SignInState.In in -> new Next("_Next", () -> model.navigation().go(Place.Page.VAULT), new SimpleBooleanProperty(true));
            case SignInState.Out out -> signIn(signIn.dnsServers().trouble().map(String::isEmpty));
            case SignInState.Without without -> signIn(signIn.dnsServers().trouble().map(String::isEmpty));
            case SignInState.Starting starting -> signIn(new SimpleBooleanProperty(false));
            case SignInState.Waiting waiting -> signIn(new SimpleBooleanProperty(false));
        });
    }

    private Next signIn(ObservableValue<Boolean> possible) {
        return new Next("Sign _in", model::signInAndGoOn, possible);
    }
}
