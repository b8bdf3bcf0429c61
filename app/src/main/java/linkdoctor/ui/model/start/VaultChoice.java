package linkdoctor.ui.model.start;

import java.util.Optional;
import java.util.function.Function;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.ui.model.VaultModel;
import linkdoctor.ui.model.Work;

/** Which vault it is to be: one of the list, or what was typed or pasted, with what the user adds to it. */
public final class VaultChoice {
    private static final String NO_ADDRESS = "\"%s\" is no address: write the private endpoint's, such as 10.1.1.5.";
    private final VaultModel vaults;
    private final Function<String, TargetParser.Parsed> parse;
    private final ExplainModel pasted;
    private final ObjectProperty<Optional<VaultModel.Row>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty endpointIp = new SimpleStringProperty("");
    private final StringProperty subscription = new SimpleStringProperty("");
    private final ObjectBinding<Chosen> choice;

    /** @param parse reads what the user wrote for a vault */
    public VaultChoice(VaultModel vaults, Work work, ObservableValue<?> cloud, Function<String, TargetParser.Parsed> parse) {
        this.vaults = vaults;
        this.parse = parse;
        pasted = new ExplainModel(work);
        vaults.filter().subscribe(text -> pasted.text().set(sentence(text) ? text : ""));
        choice = Bindings.createObjectBinding(this::choose, vaults.filter(), selected, endpointIp, subscription, cloud, pasted.explanation());
    }

    /** The row of the list that is selected. */
    public ObjectProperty<Optional<VaultModel.Row>> selected() {
        return selected;
    }

    /** The private endpoint's address, for those who may not read the endpoint. */
    public StringProperty endpointIp() {
        return endpointIp;
    }

    /** What is wrong with the address that was typed, or empty. */
    public ObservableValue<String> endpointTrouble() {
        return endpointIp.map(typed -> typed.isBlank() || Ip.typed(typed).isPresent() ? "" : NO_ADDRESS.formatted(typed.strip()));
    }

    /** The subscription to look in first, by id or name. */
    public StringProperty subscription() {
        return subscription;
    }

    /** What it all comes to. */
    public ObservableValue<Chosen> choice() {
        return choice;
    }

    /** The vault as it was typed, where the list has others that the text fits as well; empty where it is the choice anyway. */
    public ObservableValue<Optional<Target>> asWritten() {
        return choice.map(chosen -> {
            String typed = vaults.filter().get();
            return chosen instanceof Chosen.Of(Target by) && !typed.isBlank() && parsed(typed) instanceof Chosen.Of(Target written)
                    && !written.vault().equalsIgnoreCase(by.vault()) ? Optional.of(written) : Optional.empty();
        });
    }

    private Chosen choose() {
        String typed = vaults.filter().get().strip();
        Optional<Explanation> error = pasted.explanation().get().filter(one -> one.layer() != Layer.UNKNOWN || one.vault().isPresent());
        Optional<VaultModel.Row> row = vaults.named(typed).or(() -> selected.get().filter(vaults.shown()::contains));
        if (sentence(typed) && error.isPresent()) {
            return new Chosen.Error(error.get());
        }
        if (row.isPresent()) {
            return parsed(row.get().vault().id().text());
        }
        return typed.isEmpty() ? new Chosen.None() : parsed(typed);
    }

    private Chosen parsed(String vault) {
        return switch (parse.apply(vault)) {
            case TargetParser.Refused(String said) -> new Chosen.Refused(said);
            case TargetParser.Read(Target read) when endpointTrouble().getValue().isEmpty() -> new Chosen.Of(with(read));
            case TargetParser.Read read -> new Chosen.Refused(endpointTrouble().getValue());
        };
    }

    private Target with(Target read) {
        return new Target(read.given(), read.vault(), read.cloud(), Optional.of(subscription.get().strip()).filter(id -> !id.isEmpty()).or(read::subscription),
                read.resourceId(), Ip.typed(endpointIp.get()));
    }

    /** Names, hosts and ids have no blanks within: what has is an error, or part of one. */
    private static boolean sentence(String text) {
        return text.strip().chars().anyMatch(Character::isWhitespace) || text.contains("{");
    }
}
