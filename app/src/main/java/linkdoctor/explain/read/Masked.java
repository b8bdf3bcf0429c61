package linkdoctor.explain.read;

import java.util.List;
import java.util.regex.Pattern;

/** A pasted text without the tokens and secrets in it: what nobody reads can be told to nobody. Every pattern is bounded. */
final class Masked {
    private static final String NOTHING = "***";
    private static final List<Pattern> SECRETS = List.of(
            // JSON Web Tokens, also where a terminal broke the line.
            any("eyJ[A-Za-z0-9_-]{8,}+(?:[.\n][A-Za-z0-9_-]{20,}+)*+"),
            any("(?<=\\bBearer[ \n])\\s{0,10}[A-Za-z0-9._~+/-]{20,}+=*+"),
            any("(?<=authorization\"?[:=] ?\"?basic )[A-Za-z0-9+/]{4,}+=*+"),
            any("(?<=cookie\"?: ?)[^\n]++"),
            any("(?<=(?<![A-Za-z0-9])(?:client_?secret|client_?assertion|refresh_?token|access_?token|id_?token|device_?code|password|passwd|pwd|sig|signature"
                    + "|sharedaccesskey|accountkey|x-identity-header|identity_header|msi_secret)[\"']?\\s?[:=]\\s?[\"']?)[^\\s\"'&;,*]++"),
            // A user name with a password before a host.
            any("(?<=://)[^/\\s:@\"]{1,200}+:[^/\\s@\"]{1,200}+(?=@)"),
            // The form of client secrets that Microsoft Entra ID gives out.
            any("(?<![A-Za-z0-9_.~-])[A-Za-z0-9_.~-]{3}\\dQ~[A-Za-z0-9_.~-]{20,60}+"));

    private Masked() {
    }

    private static Pattern any(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static String of(String text) {
        String masked = text;
        for (Pattern secret : SECRETS) {
            masked = secret.matcher(masked).replaceAll(NOTHING);
        }
        return masked;
    }
}
