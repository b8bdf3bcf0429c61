package linkdoctor.explain.known;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The built-in role with the fewest rights that allows a data action. */
public final class LeastRole {
    /** What the action's last segments begin with, most particular first, and the role. */
    private static final List<Map.Entry<String, String>> ROLES = List.of(
            Map.entry("/secrets/getsecret", "Key Vault Secrets User"),
            Map.entry("/secrets/readmetadata", "Key Vault Reader"),
            Map.entry("/secrets/", "Key Vault Secrets Officer"),
            Map.entry("/keys/read", "Key Vault Reader"),
            Map.entry("/keys/release", "Key Vault Crypto Service Release User"),
            Map.entry("/keys/wrap", "Key Vault Crypto Service Encryption User"),
            Map.entry("/keys/unwrap", "Key Vault Crypto Service Encryption User"),
            Map.entry("/keys/encrypt", "Key Vault Crypto User"),
            Map.entry("/keys/decrypt", "Key Vault Crypto User"),
            Map.entry("/keys/sign", "Key Vault Crypto User"),
            Map.entry("/keys/verify", "Key Vault Crypto User"),
            Map.entry("/keys/backup", "Key Vault Crypto User"),
            Map.entry("/keys/update", "Key Vault Crypto User"),
            Map.entry("/keys/", "Key Vault Crypto Officer"),
            Map.entry("/keyrotationpolicies/", "Key Vault Crypto Officer"),
            Map.entry("/certificates/read", "Key Vault Reader"),
            Map.entry("/certificates/", "Key Vault Certificates Officer"),
            Map.entry("/certificatecas/", "Key Vault Certificates Officer"),
            Map.entry("/certificatecontacts/", "Key Vault Certificates Officer"));

    private LeastRole() {
    }

    public static String of(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return ROLES.stream().filter(one -> lower.contains(one.getKey())).findFirst().map(Map.Entry::getValue).orElse("Key Vault Secrets User");
    }
}
