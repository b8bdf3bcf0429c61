package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import linkdoctor.Practice;
import linkdoctor.check.Checklist;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.ThemeChoice;

/** Pictures of every page, light and dark, at 1024 × 700 and at 200 %, into a folder, to be looked at. */
public final class Screens {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 700;
    private final Path folder;
    private final Wizard wizard;
    private final Scene scene;

    private Screens(Path folder, Wizard wizard, Scene scene) {
        this.folder = folder;
        this.wizard = wizard;
        this.scene = scene;
    }

    /** @param args the folder */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path sessions = Files.createTempDirectory("screens");
        Platform.startup(() -> { });
        Screens screens = on(() -> {
            Stage stage = new Stage();
            Wizard wizard = new Wizard(stage, new Surroundings(Practice.engine(), new Shelf(sessions), Duration.ofSeconds(5), page -> { }));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            return new Screens(folder, wizard, stage.getScene());
        });
        try {
            screens.all();
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void all() throws Exception {
        shoot("01-welcome");
        go(Place.Page.SIGN_IN, "02-sign-in");
        deviceCode();
        go(Place.Page.EXPLAIN, "05-explain");
        go(Place.Page.ABOUT, "06-about");
        practise("zone-not-linked");
        go(Place.Page.SIGN_IN, "04-signed-in");
        go(Place.Page.VAULT, "07-vaults");
        for (int number = 0; number < Checklist.SECTIONS.size(); number++) {
            go(Place.section(number), "1" + number + "-section-" + number);
        }
        go(Place.Page.DIAGNOSIS, "20-diagnosis-broken");
        go(Place.Page.FIX, "21-fix");
        go(Place.Page.REPORT, "22-report");
        practise("connection-pending");
        go(Place.section(2), "30-connection-pending");
        practise("rights-denied-zone");
        go(Place.section(6), "31-zone-denied");
        go(Place.Page.DIAGNOSIS, "32-diagnosis-denied");
        practise("healthy");
        go(Place.Page.DIAGNOSIS, "33-diagnosis-healthy");
        go(Place.Page.FIX, "34-nothing-to-fix");
        start("arm-hangs");
        until(() -> wizard.model().run().activity().get() instanceof Activity.Looking looking && !looking.at().isEmpty());
        Thread.sleep(1500);
        go(Place.section(2), "35-looking");
        on(() -> {
            wizard.model().run().cancel();
            return true;
        });
        until(() -> wizard.model().run().idle());
        shoot("36-cancelled");
        go(Place.Page.WELCOME, "37-welcome-with-sessions");
    }

    private void deviceCode() throws Exception {
        Engine.Scenario healthy = Practice.engine().scenarios().getFirst();
        on(() -> {
            wizard.model().signIn().scenario().set(java.util.Optional.of(healthy));
            wizard.model().signIn().way().set(Asked.SignIn.DEVICE_CODE);
            wizard.model().signInAndGoOn();
            return true;
        });
        until(() -> wizard.model().signIn().state().get() instanceof SignInState.Waiting(SignInPrompt prompt) && prompt instanceof SignInPrompt.DeviceCode);
        shoot("03-device-code");
        on(() -> {
            wizard.model().signIn().cancel();
            return true;
        });
    }

    private void start(String scenario) throws Exception {
        Engine.Scenario one = Practice.engine().scenarios().stream().filter(s -> s.name().equals(scenario)).findFirst().orElseThrow();
        on(() -> {
            wizard.model().practise(one);
            return true;
        });
    }

    private void practise(String scenario) throws Exception {
        start(scenario);
        until(() -> wizard.model().run().idle() && wizard.model().run().diagnosis().get().isPresent());
    }

    private void go(Place place, String name) throws Exception {
        on(() -> {
            wizard.model().navigation().go(place);
            return true;
        });
        shoot(name);
    }

    private void shoot(String name) throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)) {
            on(() -> {
                wizard.theme().choice().set(theme);
                return true;
            });
            // Lists fill and skins are made in the pulses after.
            Thread.sleep(250);
            String look = theme.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            on(() -> {
                Picture.write(scene, 1, folder.resolve(name + "-" + look + ".png"));
                return true;
            });
            if (theme == ThemeChoice.LIGHT) {
                on(() -> {
                    Picture.write(scene, 2, folder.resolve(name + "-200-percent.png"));
                    return true;
                });
            }
        }
    }

    private static void until(Callable<Boolean> so) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (!on(so)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("it never came to be");
            }
            Thread.sleep(20);
        }
    }

    private static <T> T on(Callable<T> call) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(call.call());
            } catch (Throwable thrown) {
                done.completeExceptionally(thrown);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
