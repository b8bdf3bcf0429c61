package linkdoctor.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import linkdoctor.engine.Visit;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;

/** The vaults to choose from, as they arrive. */
public final class VaultModel {
    private final Work work;
    private final ObservableList<Row> all = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(all);
    private final ObservableList<String> troubles = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<List<Subscription>>> subscriptions = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper listing = new ReadOnlyBooleanWrapper(false);
    private final List<Work.Job> jobs = new ArrayList<>();
    private int generation;

    /** A vault with the subscription it is in. */
    public record Row(Vault vault, Subscription subscription) {

        /** How far the vault is open to public networks, in the portal's words; what is not set means open. */
        public String publicAccess() {
            return switch (vault.publicNetworkAccess().orElse("Enabled").toLowerCase(Locale.ROOT)) {
                case "disabled" -> "Disabled";
                case "securedbyperimeter" -> "Secured by perimeter";
                default -> vault.rules().filter(rules -> rules.defaultAction().equalsIgnoreCase("Deny")).isPresent()
                        ? "Selected networks" : "All networks";
            };
        }
    }

    public VaultModel(Work work) {
        this.work = work;
        filter.addListener((text, old, now) -> shown.setPredicate(row -> matches(row, now)));
    }

    /** The vaults that match the filter, by name. */
    public ObservableList<Row> shown() {
        return shown;
    }

    /** All vaults that have arrived. */
    public ObservableList<Row> all() {
        return all;
    }

    /** What could not be listed, and why, a sentence each. */
    public ObservableList<String> troubles() {
        return troubles;
    }

    /** What the user typed: part of a name, or the vault itself in any form. */
    public StringProperty filter() {
        return filter;
    }

    /** What is being listed, or what was; empty before. */
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** The subscriptions that can be read; empty before they are known. */
    public ReadOnlyObjectProperty<Optional<List<Subscription>>> subscriptions() {
        return subscriptions.getReadOnlyProperty();
    }

    /** Whether more may still arrive. */
    public ReadOnlyBooleanProperty listing() {
        return listing.getReadOnlyProperty();
    }

    /** Lists the vaults of every subscription, all at once. */
    public void list(Visit visit) {
        clear();
        int mine = generation;
        listing.set(true);
        progress.set("Listing subscriptions");
        start("subscriptions", visit::subscriptions, found -> {
            if (mine == generation) {
                subscriptions(visit, found, mine);
            }
        });
    }

    /** Forgets the list and stops listing. */
    public void clear() {
        generation++;
        jobs.forEach(Work.Job::interrupt);
        jobs.clear();
        all.clear();
        troubles.clear();
        subscriptions.set(Optional.empty());
        listing.set(false);
        progress.set("");
    }

    private void subscriptions(Visit visit, Probed<List<Subscription>> found, int mine) {
        subscriptions.set(found.known());
        found.trouble().ifPresent(failure -> troubles.add("The subscriptions could not be listed: " + failure.said()));
        if (found.known().isEmpty()) {
            listing.set(false);
            progress.set("No vaults can be listed: write the vault's name, host name, URI or resource id.");
            return;
        }
        List<Subscription> in = found.known().get();
        int[] left = {in.size()};
        listing.set(!in.isEmpty());
        progress.set(told(left[0], in.size()));
        for (Subscription one : in) {
            start("vaults", () -> visit.vaults(one), vaults -> {
                if (mine == generation) {
                    vaults.known().ifPresent(some -> add(some, one));
                    vaults.trouble().ifPresent(failure -> troubles.add("Subscription " + one.name() + ": " + failure.said()));
                    left[0]--;
                    listing.set(left[0] > 0);
                    progress.set(told(left[0], in.size()));
                }
            });
        }
    }

    private void add(List<Vault> vaults, Subscription in) {
        for (Vault vault : vaults) {
            Row row = new Row(vault, in);
            int at = 0;
            while (at < all.size() && name(all.get(at)).compareTo(name(row)) <= 0) {
                at++;
            }
            all.add(at, row);
        }
    }

    private static String name(Row row) {
        return row.vault().name().toLowerCase(Locale.ROOT);
    }

    private String told(int left, int of) {
        if (of == 0) {
            return "No subscription can be read, so no vault can be listed.";
        }
        String found = all.isEmpty() ? "No vault" : Words.count(all.size(), "vault");
        return left > 0 ? "Listing vaults: " + left + " of " + Words.count(of, "subscription") + " to go" : found + " in " + Words.count(of, "subscription");
    }

    private <T> void start(String name, Callable<T> call, java.util.function.Consumer<T> done) {
        jobs.add(work.start(name, call, done));
    }

    private static boolean matches(Row row, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || name(row).contains(wanted) || row.subscription().name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.vault().id().text().toLowerCase(Locale.ROOT).contains(wanted)
                || row.vault().vaultUri().toLowerCase(Locale.ROOT).contains(wanted)
                || wanted.contains(name(row)) && wanted.contains("vault");
    }

    /** The vault that the text names, if it is one of those listed. */
    public Optional<Row> named(String text) {
        return all.stream().filter(row -> name(row).equals(text.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
