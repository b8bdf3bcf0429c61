package linkdoctor.probe.azure.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import linkdoctor.probe.SystemBrowser;

/** The ways to sign in, under the names that {@code --auth} takes. */
public enum SignIn {
    BROWSER("browser"),
    DEVICE_CODE("device-code"),
    CLI("cli"),
    MANAGED_IDENTITY("managed-identity"),
    ENVIRONMENT("environment");

    private final String word;

    SignIn(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether a person must do something. */
    public boolean interactive() {
        return this == BROWSER || this == DEVICE_CODE;
    }

    public static Optional<SignIn> parse(String word) {
        return Arrays.stream(values()).filter(way -> way.word.equalsIgnoreCase(word.strip())).findFirst();
    }

    /**
     * Browser; device code where no browser can open: in Cloud Shell, over SSH, and on a Linux without a display
     * or without {@code xdg-open}.
     */
    public static SignIn usual(Map<String, String> environment, String operatingSystem) {
        if (present(environment, "ACC_CLOUD") || present(environment, "SSH_CONNECTION") || present(environment, "SSH_TTY")) {
            return DEVICE_CODE;
        }
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac")) {
            return BROWSER;
        }
        boolean display = present(environment, "DISPLAY") || present(environment, "WAYLAND_DISPLAY");
        return display && SystemBrowser.onPath(environment, "xdg-open").isPresent() ? BROWSER : DEVICE_CODE;
    }

    private static boolean present(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
