package linkdoctor.ui.model.start;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import linkdoctor.Practice;
import linkdoctor.explain.Explanation;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.VaultModel;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing a vault on the lab: from the list, by any form of its name, by an error. */
class VaultChoiceTest {
    private static final String ERROR = """
            (Forbidden) Client address is not authorized and caller is not a trusted service.
            Client address: 203.0.113.7
            Vault: contoso-kv;location=westeurope""";
    private static Lab lab;
    private final Desk desk = new Desk();
    private WizardModel model;
    private VaultChoice choice;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(Scenarios.named("healthy").orElseThrow());
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        model = new WizardModel(Practice.engine(lab), desk.work(), Duration.ofSeconds(1), seen -> { });
        choice = desk.on(() -> new VaultChoice(model.vaults(), desk.work(), model.signIn().cloud(), model::parse));
    }

    @AfterEach
    void close() throws Exception {
        desk.run(model::close);
        desk.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private void listed() throws Exception {
        desk.run(() -> model.signIn().way().set(linkdoctor.engine.Asked.SignIn.USUAL));
        desk.run(model::signInAndGoOn);
        desk.until("the list", () -> model.vaults().subscriptions().get().isPresent() && !model.vaults().listing().get());
    }

    private Chosen typed(String text) throws Exception {
        desk.run(() -> model.vaults().filter().set(text));
        return now();
    }

    private Chosen now() throws Exception {
        return desk.on(() -> choice.choice().getValue());
    }

    private static Target target(Chosen chosen) {
        assertThat(chosen).isInstanceOf(Chosen.Of.class);
        return ((Chosen.Of) chosen).target();
    }

    @Test
    void aVaultOfTheListIsTakenWithItsResourceId() throws Exception {
        listed();
        assertThat(desk.on(() -> model.vaults().subscriptions().get().orElseThrow())).extracting(Subscription::name).contains("workload", "hub");
        assertThat(desk.on(() -> model.vaults().progress().get())).isEqualTo("1 vault in 3 subscriptions");
        assertThat(now()).isEqualTo(new Chosen.None());
        assertThat(target(typed(" Fabrikam ")).resourceId()).contains(HealthyEstate.VAULT);

        typed("fab");
        assertThat(desk.on(() -> List.copyOf(model.vaults().shown()))).hasSize(1);
        desk.run(() -> choice.selected().set(Optional.of(model.vaults().shown().getFirst())));
        assertThat(target(now()).vault()).isEqualTo("fabrikam");
        assertThat(desk.on(() -> choice.asWritten().getValue()).map(Target::vault)).contains("fab");
        typed("contoso");
        assertThat(target(now()).vault()).as("a selection that the filter hides is none").isEqualTo("contoso");
        assertThat(desk.on(() -> choice.asWritten().getValue())).isEmpty();
    }

    @Test
    void anyFormOfTheNameWillDo() throws Exception {
        assertThat(target(typed("contoso")).hostname()).isEqualTo("contoso.vault.azure.net");
        assertThat(target(typed("https://contoso.vault.azure.net/secrets/x")).vault()).isEqualTo("contoso");
        assertThat(target(typed(HealthyEstate.VAULT.text())).resourceId()).contains(HealthyEstate.VAULT);
        assertThat(typed("contoso.vault.azure.cn")).isInstanceOfSatisfying(Chosen.Refused.class,
                refused -> assertThat(refused.said()).contains("china").contains("public"));
    }

    @Test
    void whatOneAddsGoesWithTheVault() throws Exception {
        typed("contoso");
        desk.run(() -> choice.endpointIp().set(" 10.1.1.5 "));
        desk.run(() -> choice.subscription().set("hub"));
        assertThat(target(now()).endpointIp()).contains(Ip.of("10.1.1.5"));
        assertThat(target(now()).subscription()).contains("hub");
        desk.run(() -> choice.endpointIp().set("10.1.1"));
        assertThat(now()).isInstanceOfSatisfying(Chosen.Refused.class, refused -> assertThat(refused.said()).startsWith("\"10.1.1\" is no address"));
    }

    @Test
    void anErrorNamesItsVault() throws Exception {
        listed();
        typed(ERROR);
        desk.until("the explanation", () -> choice.choice().getValue() instanceof Chosen.Error);
        assertThat(now()).isInstanceOfSatisfying(Chosen.Error.class,
                error -> assertThat(error.explanation().vault()).contains("contoso-kv"));
        assertThat(target(typed("contoso")).vault()).as("the error is gone").isEqualTo("contoso");
    }

    @Test
    void withoutASignInThereIsNoListAndThePageSaysWhatToDo() throws Exception {
        desk.run(model::goOnWithoutSignIn);
        desk.until("nobody", () -> !model.vaults().progress().get().isEmpty() && !model.vaults().listing().get());
        assertThat(desk.on(() -> model.vaults().progress().get())).startsWith("No vaults can be listed: write the vault's name");
        assertThat(desk.on(() -> List.copyOf(model.vaults().troubles()))).isEmpty();
    }

    @Test
    void theLastTextIsTheOneExplained() throws Exception {
        ExplainModel explain = new ExplainModel(desk.work());
        SimpleBooleanProperty wrong = new SimpleBooleanProperty();
        desk.run(() -> {
            explain.explanation().addListener((property, old, now) -> wrong.set(wrong.get() || now.flatMap(Explanation::vault).filter("first"::equals).isPresent()));
            explain.text().set(ERROR.replace("contoso-kv", "first"));
            explain.text().set(ERROR);
        });
        desk.until("an explanation", () -> explain.explanation().get().isPresent());
        assertThat(desk.on(() -> explain.explanation().get().orElseThrow().vault())).contains("contoso-kv");
        assertThat(wrong.get()).isFalse();
        desk.run(() -> explain.text().set(" "));
        assertThat(desk.on(() -> explain.explanation().get())).isEmpty();
    }

    @Test
    void publicAccessIsCalledAsThePortalCallsIt() {
        assertThat(access(Optional.empty(), Optional.empty())).isEqualTo("All networks");
        assertThat(access(Optional.of("Enabled"), Optional.of("Deny"))).isEqualTo("Selected networks");
        assertThat(access(Optional.of("Disabled"), Optional.of("Allow"))).isEqualTo("Disabled");
        assertThat(access(Optional.of("SecuredByPerimeter"), Optional.empty())).isEqualTo("Secured by perimeter");
    }

    private static String access(Optional<String> setting, Optional<String> defaultAction) {
        Vault vault = new Vault(ResourceId.of("/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v"), "v", "westeurope", "t",
                "https://v.vault.azure.net/", setting, defaultAction.map(action -> new Vault.NetworkRules(action, "AzureServices", List.of(), List.of())),
                true, List.of(), "Succeeded");
        return new VaultModel.Row(vault, new Subscription("s", "s", "t")).publicAccess();
    }
}
