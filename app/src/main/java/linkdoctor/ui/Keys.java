package linkdoctor.ui;

import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import linkdoctor.check.Checklist;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

/** The keys that work on every page. */
final class Keys {
    private final WizardModel model;
    private final Theme theme;

    Keys(WizardModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
    }

    void on(Scene scene) {
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(key("F5"), this::again);
        keys.put(key("Shortcut+R"), model::runAll);
        keys.put(key("Esc"), this::cancel);
        keys.put(key("Alt+Left"), model.navigation()::back);
        keys.put(key("Alt+Right"), model.navigation()::next);
        keys.put(key("Shortcut+E"), () -> model.navigation().go(Place.Page.EXPLAIN));
        keys.put(key("Shortcut+D"), model::compareThis);
        keys.put(key("Shortcut+Plus"), theme::larger);
        keys.put(key("Shortcut+Equals"), theme::larger);
        keys.put(key("Shortcut+Minus"), theme::smaller);
        keys.put(key("Shortcut+0"), theme::usualSize);
        for (int number = 1; number < Checklist.SECTIONS.size(); number++) {
            Place section = Place.section(number);
            keys.put(key("Shortcut+" + number), () -> model.goIfLookedAt(section));
        }
    }

    private static KeyCombination key(String keys) {
        return KeyCombination.keyCombination(keys);
    }

    private void again() {
        if (model.navigation().place().get() instanceof Place.OfSection(var section)) {
            model.checkAgain(section);
        } else {
            model.runAll();
        }
    }

    private void cancel() {
        model.run().cancel();
        model.signIn().cancel();
    }
}
