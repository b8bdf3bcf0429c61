package linkdoctor.facts.https;

import java.util.Optional;

/** The answer to an unauthenticated GET of /secrets: normally 401, naming tenant and audience. */
public record Challenge(int status, Optional<String> tenant, Optional<String> audience,
                        Optional<NetworkInfo> networkInfo, Optional<VaultError> error) {
}
