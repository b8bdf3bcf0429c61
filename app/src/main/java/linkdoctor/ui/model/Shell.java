package linkdoctor.ui.model;

import java.util.List;
import java.util.Locale;

import linkdoctor.remedy.Remedy;

/** The shells that commands are shown for. */
public enum Shell {
    BASH("Bash", "sh"), POWERSHELL("PowerShell", "ps1");

    private final String word;
    private final String ending;

    Shell(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    public String word() {
        return word;
    }

    /** What the name of a file with its commands ends with. */
    public String ending() {
        return ending;
    }

    /** The one that is at hand on this operating system. */
    public static Shell usual(String operatingSystem) {
        return operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows") ? POWERSHELL : BASH;
    }

    /** A repair's commands in this shell, or in the other where it has none in this one. */
    public List<String> commands(Remedy remedy) {
        return speaks(remedy) == BASH ? remedy.bash() : remedy.powershell();
    }

    /** The shell that {@link #commands} answers in. */
    public Shell speaks(Remedy remedy) {
        return this == POWERSHELL && !remedy.powershell().isEmpty() ? POWERSHELL : BASH;
    }
}
