package linkdoctor.lab.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import linkdoctor.lab.World.Account;

/** What the sign-in service remembers between two calls: authorization codes, device codes and refresh tokens. */
final class Grants {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration DEVICE_LIFE = Duration.ofMinutes(15);
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXYZ";

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();

    /** A sign-in that the browser has brought back, not yet redeemed. */
    record Code(Account account, String clientId, String redirectUri, Optional<String> challenge, String scope,
                Optional<String> nonce, Instant until) {
    }

    /** A device code and how far its user has come. */
    record Device(String deviceCode, String userCode, String clientId, String scope, Progress progress, Instant until) {
        Device now(Progress next) {
            return new Device(deviceCode, userCode, clientId, scope, next, until);
        }

        boolean expired() {
            return until.isBefore(Instant.now());
        }
    }

    /** How far the user of a device code has come. */
    sealed interface Progress {
        record Pending() implements Progress {
        }

        record Declined() implements Progress {
        }

        record SignedIn(Account account) implements Progress {
        }
    }

    /** Who a refresh token stands for. */
    record Refresh(Account account, String clientId) {
    }

    String code(Account account, SignInRequest request) {
        String code = "0.practice." + UUID.randomUUID();
        codes.put(code, new Code(account, request.clientId(), request.redirectUri(), request.challenge(),
                request.scope(), request.nonce(), Instant.now().plus(CODE_LIFE)));
        return code;
    }

    /** A code is good once. */
    Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code)).filter(found -> found.until().isAfter(Instant.now()));
    }

    Device device(String clientId, String scope) {
        StringBuilder userCode = new StringBuilder();
        java.util.concurrent.ThreadLocalRandom.current().ints(9, 0, LETTERS.length())
                .forEach(i -> userCode.append(LETTERS.charAt(i)));
        Device device = new Device("practice-" + UUID.randomUUID(), userCode.toString(), clientId, scope,
                new Progress.Pending(), Instant.now().plus(DEVICE_LIFE));
        devices.put(device.deviceCode(), device);
        return device;
    }

    Optional<Device> device(String deviceCode) {
        return Optional.ofNullable(devices.get(deviceCode));
    }

    Optional<Device> deviceOfUser(String userCode) {
        return devices.values().stream().filter(device -> device.userCode().equalsIgnoreCase(userCode.strip()))
                .findFirst();
    }

    void advance(Device device, Progress to) {
        devices.computeIfPresent(device.deviceCode(), (code, known) -> known.now(to));
    }

    void forget(Device device) {
        devices.remove(device.deviceCode());
    }

    String refresh(Account account, String clientId) {
        String token = "1.practice." + UUID.randomUUID();
        refreshes.put(token, new Refresh(account, clientId));
        return token;
    }

    Optional<Refresh> refresh(String token) {
        return Optional.ofNullable(refreshes.get(token));
    }
}
