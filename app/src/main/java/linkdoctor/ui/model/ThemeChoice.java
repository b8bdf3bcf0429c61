package linkdoctor.ui.model;

/** How the user wants the window to look. */
public enum ThemeChoice {
    SYSTEM("As the system"), LIGHT("Light"), DARK("Dark"), HIGH_CONTRAST("High contrast");

    private final String word;

    ThemeChoice(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
