package linkdoctor.check.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;

/**
 * How far the vault let a request come. It asks in this order: where from, who, and what for; so whoever is refused a
 * right has passed the firewall.
 */
public enum Answer {
    /** 200, or 404 of an object: path and rights are fine. */
    LET_IN,
    /** Refused because public access is disabled and the request came over no private link. */
    BY_CONNECTION,
    /** Refused by the vault's or a perimeter's rules for addresses and networks. */
    BY_FIREWALL,
    /** Refused for want of a role. */
    BY_ROLE,
    /** Refused for want of an access policy. */
    BY_POLICY,
    /** The token was issued by another tenant than the vault's. */
    OTHER_TENANT,
    /** The token was refused for another reason. */
    BAD_TOKEN,
    /** 429. */
    THROTTLED,
    /** Anything else: it does not tell. */
    OTHER;

    static Answer of(DataPlaneRead read) {
        return of(read.status(), read.error(), read.networkInfo());
    }

    /** What the unauthenticated request came to: 401 is its normal end and says nothing of a token. */
    static Answer of(Challenge challenge) {
        Answer answer = of(challenge.status(), challenge.error(), challenge.networkInfo());
        return answer == BY_CONNECTION || answer == BY_FIREWALL || answer == THROTTLED ? answer : OTHER;
    }

    /** The answer to the authenticated request, where there was one. */
    public static Optional<Answer> of(Snapshot facts) {
        return facts.dataPlane().known().map(Answer::of);
    }

    /** Whether the request passed the firewall for certain. */
    public boolean passedNetwork() {
        return this == LET_IN || this == BY_ROLE || this == BY_POLICY;
    }

    /** Whether the network is why it was refused. */
    public boolean refusedByNetwork() {
        return this == BY_CONNECTION || this == BY_FIREWALL;
    }

    private static Answer of(int status, Optional<VaultError> error, Optional<NetworkInfo> info) {
        return switch (status) {
            case 401 -> words(error, "akv10032", "issuer", "tenant") ? OTHER_TENANT : BAD_TOKEN;
            case 403 -> refused(error);
            case 404 -> error.isPresent() || info.isPresent() ? LET_IN : OTHER;
            case 429 -> THROTTLED;
            default -> status >= 200 && status < 300 ? LET_IN : OTHER;
        };
    }

    /** The inner code speaks first; older or shortened bodies have words alone. */
    private static Answer refused(Optional<VaultError> error) {
        return switch (error.map(one -> one.innerCode().toLowerCase(Locale.ROOT)).orElse("")) {
            case "forbiddenbyconnection" -> BY_CONNECTION;
            case "forbiddenbyfirewall" -> BY_FIREWALL;
            case "forbiddenbyrbac" -> BY_ROLE;
            case "accessdenied", "forbiddenbypolicy" -> BY_POLICY;
            case "" -> words(error, "approved private link", "public network access is disabled") ? BY_CONNECTION
                    : words(error, "client address", "nsp rules") ? BY_FIREWALL
                    : words(error, "not authorized to perform action") ? BY_ROLE
                    : words(error, "permission on key vault") ? BY_POLICY
                    : words(error, "issuer", "tenant") ? OTHER_TENANT : OTHER;
            default -> OTHER;
        };
    }

    private static boolean words(Optional<VaultError> error, String... any) {
        String message = error.map(one -> one.message().toLowerCase(Locale.ROOT)).orElse("");
        return Arrays.stream(any).anyMatch(message::contains);
    }
}
