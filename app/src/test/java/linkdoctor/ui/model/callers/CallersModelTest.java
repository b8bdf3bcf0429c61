package linkdoctor.ui.model.callers;

import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.callers.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class CallersModelTest {
    private final ObjectProperty<Optional<Diagnosis>> diagnosis = new SimpleObjectProperty<>(Optional.empty());
    private final CallersModel model = new CallersModel(diagnosis);

    @Test
    void nothingIsKnownBeforeAnythingWasLookedAt() {
        model.refresh();
        model.ask("203.0.113.7");
        assertThat(model.known().get()).isEmpty();
        diagnosis.set(Optional.of(Diagnosis.of(Healthy.snapshot())));
        model.refresh();
        assertThat(model.known().get().orElseThrow().table().entries()).last().extracting(one -> one.caller().name()).isEqualTo("203.0.113.7");
    }

    @Test
    void aCallerIsAddedOnceAndWhatNamesNobodyIsRefusedInASentence() {
        diagnosis.set(Optional.of(Diagnosis.of(Healthy.snapshot())));
        model.ask("App Service or Functions");
        model.ask("app-service");
        assertThat(model.known().get().orElseThrow().table().entries()).filteredOn(one -> one.caller().role() == Caller.Role.NAMED).hasSize(1);
        model.ask("my laptop");
        assertThat(model.refused().get()).startsWith("No caller is known by the name my laptop.");
        model.ask("Azure Backup");
        assertThat(model.refused().get()).isEmpty();
        assertThat(model.named().get()).hasSize(2);
    }
}
