package linkdoctor.facts.https;

import java.util.Optional;

/**
 * The answer to one authenticated list of secret names; no value is ever read.
 *
 * @param retryAfter seconds, of a 429
 */
public record DataPlaneRead(int status, Optional<VaultError> error, Optional<NetworkInfo> networkInfo,
                            Optional<Long> retryAfter) {
}
