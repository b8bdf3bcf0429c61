package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import linkdoctor.Practice;
import linkdoctor.engine.Asked;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.SelectableText;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages before the checklist, in a window on the lab. */
@ExtendWith(ApplicationExtension.class)
class StartPagesTest {
    private static final int LARGE = 32;
    private static final String ERROR = "(Forbidden) Client address is not authorized and caller is not a trusted service. Client address: 203.0.113.7 "
            + "Vault: contoso-kv;location=westeurope \"innererror\": {\"code\": \"ForbiddenByFirewall\"}";
    private static Lab lab;
    private static Path sessions;
    private Stage stage;
    private Wizard wizard;
    private WizardModel model;

    @BeforeAll
    static void lab() throws Exception {
        lab = Lab.start(Scenarios.named("zone-not-linked").orElseThrow());
        sessions = Files.createTempDirectory("linkdoctor-sessions");
    }

    @AfterAll
    static void close() throws Exception {
        lab.close();
    }

    @Start
    void open(Stage on) {
        stage = on;
        wizard = new Wizard(stage, new Surroundings(Practice.engine(lab), new Shelf(sessions), Duration.ofSeconds(1), page -> { }));
        model = wizard.model();
        stage.show();
    }

    @AfterEach
    void shut(FxRobot robot) {
        robot.interact(wizard::close);
    }

    private void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
    }

    private <T extends Node> T at(String id, Class<T> type) {
        return type.cast(stage.getScene().lookup(id));
    }

    @Test
    void theKeyboardAloneChoosesAPracticeCase(FxRobot robot) throws Exception {
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("check");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("scenario-filter");
        until(() -> !at("#scenarios", ListView.class).getItems().isEmpty());
        robot.write("zone-not");
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        until(() -> model.run().diagnosis().get().isPresent() && model.run().idle());
        assertThat(model.navigation().place().get()).isEqualTo(Place.section(0));
        assertThat(model.signIn().scenario().get().orElseThrow().title()).containsIgnoringCase("not linked");
        assertThat(model.run().diagnosis().get().orElseThrow().root()).hasValueSatisfying(
                root -> assertThat(root.found().finding().code()).isEqualTo("zone.not-linked"));
    }

    @Test
    void theDeviceCodeStandsInLargeTypeUntilItIsCancelled(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.signIn().way().set(Asked.SignIn.DEVICE_CODE);
            model.navigation().go(Place.Page.SIGN_IN);
        });
        robot.interact(() -> at("#next", Button.class).fire());
        until(() -> model.signIn().state().get() instanceof SignInState.Waiting && at("#device-code", SelectableText.class) != null);
        var prompt = (linkdoctor.probe.SignInPrompt.DeviceCode) ((SignInState.Waiting) model.signIn().state().get()).prompt();
        SelectableText code = at("#device-code", SelectableText.class);
        robot.interact(() -> stage.getScene().getRoot().applyCss());
        assertThat(code.text()).isEqualTo(prompt.code());
        assertThat(code.getChildren()).filteredOn(Text.class::isInstance).allSatisfy(text -> assertThat(((Text) text).getFont().getSize()).isGreaterThanOrEqualTo(LARGE));
        assertThat(at("#next", Button.class).isDisabled()).isTrue();

        robot.interact(() -> at("#cancel-sign-in", Button.class).fire());
        assertThat(at("#sign-in-trouble", Node.class).isVisible()).isTrue();
        assertThat(at("#sign-in-trouble", Node.class).getAccessibleText()).isEqualTo("The sign-in was cancelled.");
        assertThat(at("#next", Button.class).isDisabled()).isFalse();
    }

    @Test
    void aVaultIsFoundByAFewLettersOrByTheErrorThatNamesIt(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.signIn().way().set(Asked.SignIn.USUAL);
            model.navigation().go(Place.Page.SIGN_IN);
            model.signInAndGoOn();
        });
        until(() -> model.navigation().place().get() == Place.Page.VAULT && !model.vaults().all().isEmpty() && !model.vaults().listing().get());
        TextField field = at("#vault-filter", TextField.class);
        ListView<?> vaults = at("#vaults", ListView.class);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(field);
        robot.interact(() -> field.setText("zzz.vault.azure.cn"));
        assertThat(vaults.getItems()).isEmpty();
        assertThat(at("#vault-refused", Node.class).isVisible()).isTrue();
        assertThat(at("#next", Button.class).isDisabled()).isTrue();

        robot.interact(() -> field.setText(ERROR));
        until(() -> at("#pasted-error", Node.class).isVisible());
        assertThat(at("#check-named", Button.class).getText()).isEqualTo("Check contoso-kv");
        assertThat(at("#vault-refused", Node.class).isVisible()).isFalse();
        robot.interact(() -> at("#explain-it", Button.class).fire());
        assertThat(model.navigation().place().get()).isEqualTo(Place.Page.EXPLAIN);
        assertThat(at("#error-text", TextArea.class).getText()).isEqualTo(ERROR);
        until(() -> at("#explanation-title", SelectableText.class) != null);
        assertThat(at("#check-explained", Button.class).getText()).isEqualTo("Check contoso-kv");

        robot.interact(() -> model.navigation().back());
        robot.interact(() -> field.setText("fabr"));
        assertThat(vaults.getSelectionModel().getSelectedItem()).isNotNull();
        robot.interact(() -> at("#next", Button.class).fire());
        assertThat(model.target().get().orElseThrow().resourceId()).isPresent();
        assertThat(model.navigation().place().get()).isEqualTo(Place.section(0));
    }

    @Test
    void aWholeLogIsReadThoughOnlyItsStartIsDrawn(FxRobot robot) throws Exception {
        robot.interact(() -> model.navigation().go(Place.Page.EXPLAIN));
        TextArea text = at("#error-text", TextArea.class);
        String log = "2026-11-21 nothing of note\n".repeat(20_000) + ERROR;
        robot.interact(() -> text.replaceSelection(log));
        assertThat(text.getLength()).isLessThan(10_000);
        assertThat(at("#error-cut", Node.class).isVisible()).isTrue();
        until(() -> at("#check-explained", Button.class) != null && at("#check-explained", Button.class).getText().equals("Check contoso-kv"));
        robot.interact(() -> text.setText("Vault: \u202eabc " + "turned round ".repeat(60)));
        assertThat(text.getText()).startsWith("Vault: abc turned");
        robot.interact(text::clear);
        assertThat(at("#error-cut", Node.class).isVisible()).isFalse();
        until(() -> at("#check-explained", Button.class) == null);
    }
}
