package linkdoctor.check.vault;

import java.util.Optional;

/** Azure's rule for vault names. */
final class VaultName {
    private VaultName() {
    }

    /** What the name breaks, as the end of a sentence; empty when nothing. */
    static Optional<String> fault(String name) {
        if (name.length() < 3 || name.length() > 24) {
            return Optional.of("it has " + name.length() + " characters, and a vault's name has 3 to 24");
        }
        if (!name.matches("[A-Za-z0-9-]+")) {
            return Optional.of("a vault's name holds letters, digits and hyphens alone");
        }
        if (!name.matches("[A-Za-z].*")) {
            return Optional.of("a vault's name begins with a letter");
        }
        if (name.endsWith("-")) {
            return Optional.of("a vault's name ends with a letter or a digit");
        }
        return name.contains("--") ? Optional.of("a vault's name has no two hyphens in a row") : Optional.empty();
    }
}
