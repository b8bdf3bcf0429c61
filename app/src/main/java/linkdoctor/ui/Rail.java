package linkdoctor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Target;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.RunModel;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.ThemeChoice;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.form.CardButton;

/** The way through the wizard at the left: what is looked at, each section with its status, and what comes of it. */
final class Rail extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private final WizardModel model;
    private final List<SectionEntry> sections = new ArrayList<>();

    Rail(WizardModel model, ObjectProperty<ThemeChoice> theme) {
        this.model = model;
        getStyleClass().add("rail");
        Label brand = new Label("Link Doctor", Icons.of(BootstrapIcons.LINK_45DEG));
        brand.getStyleClass().add("brand");

        VBox way = new VBox();
        way.getStyleClass().add("rail-way");
        way.getChildren().addAll(entry(Place.Page.WELCOME, BootstrapIcons.HOUSE, "Start"), signedIn(), vault(), gap());
        for (Section section : Checklist.SECTIONS) {
            SectionEntry entry = new SectionEntry(section);
            sections.add(entry);
            way.getChildren().add(entry);
        }
        way.getChildren().addAll(gap(), afterwards(Place.Page.DIAGNOSIS, BootstrapIcons.CLIPBOARD_CHECK, "Diagnosis"),
                afterwards(Place.Page.FIX, BootstrapIcons.WRENCH, "Fix"), afterwards(Place.Page.REPORT, BootstrapIcons.FILE_EARMARK_TEXT, "Report"));
        ScrollPane scroll = new ScrollPane(way);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);

        Entry about = entry(Place.Page.ABOUT, BootstrapIcons.INFO_CIRCLE, "About");
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox foot = new HBox(themes(theme), about);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(brand, scroll, foot);

        model.run().activity().addListener((property, old, now) -> refresh());
        model.run().diagnosis().addListener((property, old, now) -> refresh());
        refresh();
    }

    private void refresh() {
        sections.forEach(SectionEntry::refresh);
    }

    private Entry signedIn() {
        Entry entry = entry(Place.Page.SIGN_IN, BootstrapIcons.PERSON, "Sign in");
        entry.name();
        entry.label.textProperty().bind(model.signIn().state().map(Rail::who));
        return entry;
    }

    private static String who(SignInState state) {
        return switch (state) {
            case SignInState.In(var who) -> who.displayName().isEmpty() ? who.kind() + " " + Readable.guids(who.objectId()) : who.displayName();
            case SignInState.Without without -> "Not signed in";
            case SignInState.Starting starting -> "Signing in";
            case SignInState.Waiting waiting -> "Signing in";
            case SignInState.Out out -> "Sign in";
        };
    }

    private Entry vault() {
        Entry entry = entry(Place.Page.VAULT, BootstrapIcons.SHIELD_LOCK, "Choose the vault");
        entry.name();
        entry.label.textProperty().bind(model.target().map(target -> target.map(Target::vault).orElse("Choose the vault")));
        return entry;
    }

    private Entry afterwards(Place place, Ikon icon, String text) {
        Entry entry = entry(place, icon, text);
        entry.disableProperty().bind(model.run().diagnosis().map(Optional::isEmpty));
        return entry;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("rail-gap");
        return gap;
    }

    private MenuButton themes(ObjectProperty<ThemeChoice> choice) {
        MenuButton menu = new MenuButton(null, Icons.of(BootstrapIcons.CIRCLE_HALF));
        menu.getStyleClass().addAll("flat", "button-icon");
        menu.setId("theme");
        menu.setAccessibleText("Light, dark or high contrast");
        menu.setTooltip(new Tooltip("Light, dark or high contrast"));
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice one : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(one.word());
            item.setToggleGroup(group);
            item.setSelected(choice.get() == one);
            item.setOnAction(event -> choice.set(one));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Entry entry(Place place, Ikon icon, String text) {
        Entry entry = new Entry(place, text);
        entry.row.getChildren().addFirst(Icons.of(icon));
        return entry;
    }

    /** A line of the rail. */
    private class Entry extends CardButton {
        final HBox row;
        final Label label = new Label();

        Entry(Place place, String text) {
            HBox content = new HBox();
            super(content, text);
            row = content;
            getStyleClass().add("rail-entry");
            setId("rail-" + place.toString().replaceAll("\\W.*", "").toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            label.setText(text);
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("rail-row");
            row.getChildren().add(label);
            accessibleTextProperty().bind(label.textProperty());
            setOnAction(event -> model.navigation().go(place));
            model.navigation().place().subscribe(now -> pseudoClassStateChanged(HERE, now.equals(place)));
        }

        /** A name from outside keeps to one line, whatever its length; hovering tells the whole. */
        final void name() {
            label.setWrapText(false);
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Tooltip whole = new Tooltip();
            whole.textProperty().bind(label.textProperty());
            setTooltip(whole);
        }
    }

    /** A section's line: its status as icon and word. */
    private final class SectionEntry extends Entry {
        private final Section section;
        private final StatusMark mark = StatusMark.iconOnly(Shown.WAITING);
        private final Label word = new Label();

        SectionEntry(Section section) {
            super(Place.section(section.number()), section.title());
            this.section = section;
            setId("rail-section-" + section.number());
            word.getStyleClass().add("rail-word");
            VBox texts = new VBox(label, word);
            texts.setMinWidth(0);
            HBox.setHgrow(texts, Priority.ALWAYS);
            row.getChildren().setAll(mark, texts);
            accessibleTextProperty().unbind();
            disableProperty().bind(model.run().diagnosis().flatMap(known -> model.run().activity().map(activity ->
                    known.isEmpty() && model.run().idle())));
        }

        void refresh() {
            Shown now = shown();
            mark.status().set(now);
            word.setText(now == Shown.WAITING ? "" : now.word());
            word.setManaged(now != Shown.WAITING);
            word.getStyleClass().setAll("rail-word", now.styleClass());
            setAccessibleText("Section " + section.number() + ", " + section.title() + ": " + now.word());
        }

        private Shown shown() {
            if (model.run().activity().get().open(section)) {
                return Shown.LOOKING;
            }
            Optional<Diagnosis> known = model.run().diagnosis().get();
            return known.map(diagnosis -> Shown.of(RunModel.status(diagnosis, section))).orElse(Shown.WAITING);
        }
    }
}
