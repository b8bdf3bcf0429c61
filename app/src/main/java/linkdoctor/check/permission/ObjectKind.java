package linkdoctor.check.permission;

import java.util.List;
import java.util.Locale;

import linkdoctor.facts.azure.Vault;

/** The kinds of things that a vault keeps. */
public enum ObjectKind {
    SECRETS, KEYS, CERTIFICATES;

    /** As Azure's actions and access policies name them. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an access policy gives on them, in lower case. */
    List<String> of(Vault.AccessPolicy policy) {
        List<String> given = switch (this) {
            case SECRETS -> policy.secrets();
            case KEYS -> policy.keys();
            case CERTIFICATES -> policy.certificates();
        };
        return given.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    }
}
