package linkdoctor.lab.entra;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Json;

/** Mints and reads the lab's JSON Web Tokens, signed with the lab's own key. */
public final class Tokens {
    static final Duration LIFE = Duration.ofSeconds(4599);
    private static final String KEY_ID = "practice";
    /** Entra signs with RSA; an elliptic key is made and used in a fraction of the time, and no client looks. */
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /**
     * Made when the first token is, and the same every time: what a client keeps in its cache then outlives a restart
     * of the lab. It guards nothing but the practice Azure.
     */
    private static final class Key {
        private static final KeyPair PAIR = make();

        private static KeyPair make() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                SecureRandom same = SecureRandom.getInstance("SHA1PRNG");
                same.setSeed("the practice Azure".getBytes(StandardCharsets.US_ASCII));
                generator.initialize(new ECGenParameterSpec("secp256r1"), same);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Tokens() {
    }

    /** An access token for an audience, as Entra v1 shapes it for Azure's own services. */
    public static String access(Account account, String audience, String clientId, Duration life) {
        Instant now = Instant.now();
        ObjectNode claims = Json.object();
        claims.put("aud", audience);
        claims.put("iss", issuer(account.tenant()));
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("appid", clientId);
        claims.put("oid", account.objectId());
        claims.put("sub", account.objectId());
        claims.put("tid", account.tenant());
        claims.put("uti", UUID.randomUUID().toString().substring(0, 22));
        claims.put("ver", "1.0");
        switch (account.kind()) {
            case "user" -> {
                claims.put("idtyp", "user");
                claims.put("upn", account.login());
                claims.put("unique_name", account.login());
                claims.put("name", account.displayName());
                claims.put("scp", "user_impersonation");
                claims.put("appidacr", "0");
                account.home().ifPresent(home -> claims.put("idp", issuer(home)));
            }
            default -> {
                claims.put("idtyp", "app");
                claims.put("appidacr", "1");
            }
        }
        if (!account.groups().isEmpty()) {
            account.groups().forEach(claims.putArray("groups")::add);
        }
        return signed(claims);
    }

    /** A managed identity's token: it also names the resource that owns the identity. */
    public static String managed(Account account, String audience, String owner) {
        ObjectNode claims = (ObjectNode) read(access(account, audience, account.appId(), Duration.ofDays(1)))
                .orElseThrow();
        claims.put("xms_mirid", owner);
        return signed(claims);
    }

    static String issuer(String tenant) {
        return "https://sts.windows.net/" + tenant + "/";
    }

    static String signed(ObjectNode claims) {
        String head = encoded(Json.object().put("typ", "JWT").put("alg", "ES256").put("x5t", KEY_ID).put("kid", KEY_ID));
        String signing = head + "." + encoded(claims);
        return signing + "." + URL.encodeToString(sign(signing));
    }

    /** The claims of a token that the lab signed; empty for any other text. */
    public static Optional<JsonNode> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(Key.PAIR.getPublic());
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(parts[2]))
                    ? Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty(); // a text that is no signature, or no base64, is no token of ours
        }
    }

    /** The signing key, as {@code /discovery/keys} shows it. */
    static ObjectNode keys() {
        ECPoint point = ((ECPublicKey) Key.PAIR.getPublic()).getW();
        ObjectNode set = Json.object();
        set.putArray("keys").addObject().put("kty", "EC").put("crv", "P-256").put("use", "sig").put("kid", KEY_ID)
                .put("x5t", KEY_ID).put("x", coordinate(point.getAffineX())).put("y", coordinate(point.getAffineY()));
        return set;
    }

    static String encoded(JsonNode json) {
        return URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sign(String text) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(Key.PAIR.getPrivate());
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes, whatever zeros the number begins with. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return URL.encodeToString(fixed);
    }
}
