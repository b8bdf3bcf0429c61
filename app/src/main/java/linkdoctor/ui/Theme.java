package linkdoctor.ui;

import java.util.List;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

import linkdoctor.ui.model.ThemeChoice;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** How the window looks: light, dark or high contrast, as the system has it or as the user wants, and the text's size. */
public final class Theme {
    private static final int SMALLEST = 10;
    private static final int USUAL = 14;
    private static final int LARGEST = 28;
    private static final int LARGE = 18;
    private static final int HUGE = 24;
    private static final int STEP = 2;
    private static final String LARGE_TEXT = "large-text";
    private static final String HUGE_TEXT = "huge-text";
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");
    private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("high-contrast");

    private final Scene scene;
    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final IntegerProperty size = new SimpleIntegerProperty(USUAL);

    Theme(Scene scene) {
        this.scene = scene;
        scene.getStylesheets().addAll(Theme.class.getResource("app.css").toExternalForm(), Mono.styleSheet(System.getProperty("os.name", "")));
        choice.addListener((property, old, now) -> apply());
        size.addListener((property, old, now) -> resize(now.intValue()));
        Platform.getPreferences().colorSchemeProperty().addListener((property, old, now) -> apply());
        Platform.getPreferences().reducedMotionProperty().subscribe(asked -> scene.getRoot().pseudoClassStateChanged(STILL, asked));
        apply();
        resize(USUAL);
    }

    private void resize(int pixels) {
        scene.getRoot().setStyle("-fx-font-size: " + pixels + "px;");
        scene.getRoot().getStyleClass().removeAll(LARGE_TEXT, HUGE_TEXT);
        if (pixels >= HUGE) {
            scene.getRoot().getStyleClass().add(HUGE_TEXT);
        } else if (pixels >= LARGE) {
            scene.getRoot().getStyleClass().add(LARGE_TEXT);
        }
    }

    public ObjectProperty<ThemeChoice> choice() {
        return choice;
    }

    void larger() {
        size.set(Math.min(LARGEST, size.get() + STEP));
    }

    void smaller() {
        size.set(Math.max(SMALLEST, size.get() - STEP));
    }

    void usualSize() {
        size.set(USUAL);
    }

    private void apply() {
        boolean systemContrast = systemContrast();
        boolean dark = switch (choice.get()) {
            case DARK, HIGH_CONTRAST -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        String sheet = dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        boolean contrast = choice.get() == ThemeChoice.HIGH_CONTRAST || choice.get() == ThemeChoice.SYSTEM && systemContrast;
        scene.getRoot().pseudoClassStateChanged(CONTRAST, contrast);
        scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), dark);
    }

    /** Each system tells it in its own way. */
    private static boolean systemContrast() {
        var preferences = Platform.getPreferences();
        return List.of("Windows.SPI.HighContrast", "macOS.NSWorkspace.accessibilityDisplayShouldIncreaseContrast").stream()
                .anyMatch(key -> preferences.getBoolean(key).orElse(false))
                || preferences.getString("GTK.theme_name").filter(name -> name.startsWith("HighContrast")).isPresent();
    }
}
