package linkdoctor.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import linkdoctor.Practice;
import linkdoctor.check.Checklist;
import linkdoctor.elsewhere.Kept;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.session.OldSessions;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.signin.Prompt;
import linkdoctor.ui.part.form.InView;

/** Pictures of every page at 1024 × 700, light, dark, in high contrast, at 200 % and with large text, to be looked at. */
public final class Screens {
    private static final String BROKEN = "zone-not-linked";
    private final Camera camera;
    private final WizardModel model;

    private Screens(Camera camera) {
        this.camera = camera;
        model = camera.model();
    }

    /** @param args the folder */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (Lab lab = Lab.start(Scenarios.named(BROKEN).orElseThrow())) {
            Platform.startup(() -> { });
            Screens screens = new Screens(Camera.before(Practice.engine(), folder));
            screens.start();
            screens.broken();
            screens.others();
            new Screens(Camera.before(Practice.engine(lab), folder)).repaired(lab);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void start() throws Exception {
        camera.shoot("01-welcome");
        fire("#practise");
        camera.shoot("01-welcome-practise");
        fire("#practise");
        camera.go(Place.Page.SIGN_IN, "02-sign-in");
        signIn();
        camera.go(Place.Page.VAULT, "07-vaults-nobody");
        camera.go(Place.Page.EXPLAIN, "05-explain");
        fire("#example-error");
        camera.shoot("05-explained");
        Camera.run(() -> camera.at("#error-text", TextArea.class).setText("It does not work since Monday."));
        camera.shoot("05-explain-unknown");
        camera.go(Place.Page.ABOUT, "06-about");
    }

    private void signIn() throws Exception {
        Engine.Scenario healthy = model.engine().scenarios().getFirst();
        Camera.run(() -> model.signIn().scenario().set(Optional.of(healthy)));
        signIn(Asked.SignIn.BROWSER, SignInPrompt.Browser.class);
        Camera.until(() -> model.signIn().state().get() instanceof SignInState.Out);
        camera.shoot("03-no-browser");
        browser();
        SignInPrompt code = signIn(Asked.SignIn.DEVICE_CODE, SignInPrompt.DeviceCode.class);
        camera.shoot("03-device-code");
        Person.declines((SignInPrompt.DeviceCode) code);
        Camera.until(() -> model.signIn().state().get() instanceof SignInState.Out);
        camera.shoot("03-refused");
        Camera.run(model::signOut);
    }

    /** While a browser is waited for; there is none where pictures are made, so what is asked stands alone. */
    private void browser() throws Exception {
        Stage stage = Camera.on(() -> {
            Prompt prompt = new Prompt(page -> { }, () -> { });
            VBox root = new VBox(prompt);
            root.getStyleClass().addAll("wizard", "page");
            Stage alone = new Stage();
            alone.setScene(new Scene(root, 760, 260));
            new Theme(alone.getScene());
            alone.show();
            prompt.show(new SignInPrompt.Browser(URI.create("https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=1950a258-227b-4e31-a9cf"
                    + "&response_type=code&prompt=select_account"), "Sign in on the page."));
            return alone;
        });
        camera.shoot(stage.getScene(), "03-browser");
        Camera.run(stage::close);
    }

    private SignInPrompt signIn(Asked.SignIn way, Class<? extends SignInPrompt> asks) throws Exception {
        Camera.run(() -> {
            model.signIn().way().set(way);
            model.signInAndGoOn();
        });
        Camera.until(() -> model.signIn().state().get() instanceof SignInState.Waiting(var prompt) && asks.isInstance(prompt));
        return ((SignInState.Waiting) model.signIn().state().get()).prompt();
    }

    private void broken() throws Exception {
        camera.practise(BROKEN);
        camera.go(Place.Page.SIGN_IN, "04-signed-in");
        camera.go(Place.Page.VAULT, "07-vaults");
        for (int number = 0; number < Checklist.SECTIONS.size(); number++) {
            camera.go(Place.section(number), "1" + number + "-section-" + number);
        }
        Camera.run(() -> model.navigation().go(Place.section(6)));
        Camera.run(() -> InView.bring(camera.stage().getScene().lookup(".remedy")));
        camera.shoot("16-section-6-remedy");
        camera.go(Place.Page.DIAGNOSIS, "20-diagnosis-broken");
        camera.go(Place.Page.FIX, "21-fix");
        Camera.until(() -> !camera.at("#save-scripts", Button.class).isDisabled());
        Camera.run(() -> InView.bring(camera.at("#script-lines", Node.class)));
        camera.shoot("21-fix-script");
        Camera.run(() -> model.navigation().go(Place.Page.REPORT));
        Camera.until(() -> !camera.at("#save-report", Button.class).isDisabled());
        camera.shoot("22-report");
        Camera.run(() -> InView.bring(camera.stage().getScene().lookup("#keep-key")));
        camera.shoot("22-report-key");
        callers();
        elsewhere();
    }

    /** Who gets in, with a caller that was named, and a name that is none. */
    private void callers() throws Exception {
        camera.go(Place.Page.CALLERS, "26-who-gets-in");
        Camera.run(() -> model.callers().ask("App Service or Functions"));
        Camera.run(() -> model.callers().ask("my laptop"));
        camera.shoot("26-who-gets-in-named");
        Camera.run(() -> camera.at("#page-scroll", ScrollPane.class).setVvalue(1));
        camera.shoot("26-who-gets-in-end");
    }

    /** From another machine, whose output names a vault of the lab. */
    private void elsewhere() throws Exception {
        camera.go(Place.Page.ELSEWHERE, "23-elsewhere");
        Camera.run(() -> model.elsewhere().take("It does not work since Monday."));
        Camera.until(() -> !model.elsewhere().refused().get().isEmpty());
        Camera.run(() -> InView.bring(camera.at("#probe-refused", Node.class)));
        camera.shoot("23-elsewhere-refused");
        Camera.run(() -> model.elsewhere().take(Kept.text("hosts")));
        Camera.until(() -> model.navigation().place().get() == Place.Page.DIAGNOSIS);
        camera.shoot("24-elsewhere-judged");
        camera.go(Place.section(5), "25-elsewhere-dns");
    }

    private void others() throws Exception {
        camera.practise("connection-pending");
        camera.go(Place.section(2), "30-connection-pending");
        camera.practise("rights-denied-zone");
        camera.go(Place.section(6), "31-zone-denied");
        camera.go(Place.Page.DIAGNOSIS, "32-diagnosis-denied");
        permissions();
        serviceSaw();
        camera.practise("healthy");
        camera.go(Place.Page.DIAGNOSIS, "33-diagnosis-healthy");
        camera.go(Place.Page.FIX, "34-nothing-to-fix");
        compared();
        camera.start("arm-hangs");
        Camera.until(() -> model.run().activity().get() instanceof Activity.Looking looking && looking.at().startsWith("reading as"));
        camera.go(Place.section(2), "35-looking");
        Camera.run(model.run()::cancel);
        Camera.until(model.run()::idle);
        camera.shoot("36-cancelled");
        Camera.run(() -> model.navigation().go(Place.Page.WELCOME));
        Camera.until(() -> camera.at("#recent", VBox.class).lookup(".recent-row") != null);
        camera.shoot("37-welcome-with-sessions");
        mishap();
    }

    private void permissions() throws Exception {
        for (String scenario : new String[] {"access-deny-assignment", "access-roles-under-policies"}) {
            camera.practise(scenario);
            Camera.run(() -> model.navigation().go(Place.section(9)));
            Camera.run(() -> InView.bring(camera.stage().getScene().lookup(".permissions")));
            camera.shoot("29-" + scenario);
            Camera.run(() -> camera.at("#page-scroll", ScrollPane.class).setVvalue(1));
            camera.shoot("29-" + scenario + "-end");
        }
    }

    /** What the workspace says of a refusal. */
    private void serviceSaw() throws Exception {
        camera.practise("access-firewall-denied");
        camera.go(Place.Page.DIAGNOSIS, "45-service-saw-to-ask");
        Camera.run(model::askService);
        camera.finished();
        Camera.run(() -> InView.bring(camera.at("#service-rows", Node.class)));
        camera.shoot("46-service-saw");
        camera.go(Place.section(9), "47-section-9-service-saw");
        Camera.run(() -> camera.at("#show-query", javafx.scene.control.ToggleButton.class).setSelected(true));
        Camera.run(() -> InView.bring(camera.stage().getScene().lookup(".service-saw .command-box")));
        camera.shoot("48-service-saw-query");
    }

    /** The looks before this one are on the shelf. */
    private void compared() throws Exception {
        Camera.run(model::compareThis);
        Camera.until(() -> camera.stage().getScene().lookup(".recent-row") != null);
        camera.shoot("42-compare-with");
        Camera.run(() -> model.compare().with(OldSessions.FROZEN));
        Camera.until(() -> camera.stage().getScene().lookup(".difference") != null);
        camera.shoot("43-what-changed");
        Camera.run(() -> camera.at("#page-scroll", ScrollPane.class).setVvalue(1));
        camera.shoot("43-what-changed-end");
        camera.practise("rights-denied-zone");
        Camera.run(model::compareThis);
        Camera.run(() -> model.compare().with(OldSessions.FROZEN));
        Camera.until(() -> camera.stage().getScene().lookup(".difference") != null);
        camera.shoot("44-no-longer-known");
    }

    /** The dialog is a window of its own. */
    private void mishap() throws Exception {
        Camera.run(() -> new Mishaps(camera.stage()).accept(new IllegalStateException("practice")));
        Scene dialog = Camera.on(() -> javafx.stage.Window.getWindows().stream().filter(window -> window instanceof Stage && window != camera.stage())
                .findFirst().orElseThrow().getScene());
        camera.shoot(dialog, "38-mishap");
        Camera.run(() -> dialog.getWindow().hide());
    }

    /** What a second look says after a repair. */
    private void repaired(Lab lab) throws Exception {
        camera.practise(BROKEN);
        Practice.heal(lab);
        Camera.run(model::runAll);
        camera.finished();
        camera.go(Place.Page.DIAGNOSIS, "40-what-changed");
        camera.go(Place.section(6), "41-section-6-repaired");
    }

    private void fire(String id) throws Exception {
        Camera.run(() -> camera.at(id, Button.class).fire());
    }
}
