package linkdoctor.probe.azure.wire;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;

import reactor.core.publisher.Mono;

/**
 * Sees to the address of every ARM request. A page of a list that is said to lie on another host is not fetched: the
 * token would go there. Key Vault's API versions before 2026-02-01 retire on 2027-02-27, and the SDK still sends one.
 * Double slashes, which the SDK makes of empty segments, are folded.
 */
final class ArmAddress implements HttpPipelinePolicy {
    static final String KEY_VAULT_VERSION = "2026-02-01";
    private static final Pattern VERSION = Pattern.compile("([?&]api-version=)([^&]*)");
    private static final Pattern KEY_VAULT = Pattern.compile("/providers/Microsoft\\.KeyVault/", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_PROVIDER =
            Pattern.compile("/providers/Microsoft\\.KeyVault/.*/providers/", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_VERSION =
            Pattern.compile("/networkSecurityPerimeterConfigurations", Pattern.CASE_INSENSITIVE);
    private final URI arm;

    /** A list that goes on somewhere else than at ARM. */
    static final class Foreign extends RuntimeException {
        Foreign(String host) {
            super("the list goes on at " + host + ", which is not Azure Resource Manager, and was not followed there");
        }
    }

    ArmAddress(String arm) {
        this.arm = URI.create(arm);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        URI asked = URI.create(call.getHttpRequest().getUrl().toString().replace(" ", "%20").replace("|", "%7C"));
        if (!arm.getScheme().equalsIgnoreCase(asked.getScheme()) || !arm.getHost().equalsIgnoreCase(asked.getHost())
                || port(arm) != port(asked)) {
            return Mono.error(new Foreign(asked.getHost() + (asked.getPort() < 0 ? "" : ":" + asked.getPort())));
        }
        call.getHttpRequest().setUrl(address(asked));
        return next.process();
    }

    private static String address(URI asked) {
        String path = asked.getRawPath().replaceAll("/{2,}", "/");
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        if (KEY_VAULT.matcher(path).find() && !OTHER_PROVIDER.matcher(path).find() && !OWN_VERSION.matcher(path).find()) {
            Matcher version = VERSION.matcher(query);
            if (version.find() && version.group(2).compareTo(KEY_VAULT_VERSION) < 0) {
                query = version.replaceFirst("$1" + KEY_VAULT_VERSION);
            }
        }
        return asked.getScheme() + "://" + asked.getRawAuthority() + path + query;
    }

    private static int port(URI uri) {
        return uri.getPort() < 0 ? 443 : uri.getPort();
    }
}
