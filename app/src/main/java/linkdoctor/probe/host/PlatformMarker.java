package linkdoctor.probe.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import linkdoctor.facts.host.Client.Kind;
import linkdoctor.facts.host.Client.Platform;

/** An environment variable that gives away a platform. */
public record PlatformMarker(Kind kind, String variable, Predicate<Map<String, String>> holds) {
    private static final List<PlatformMarker> ALL = List.of(
            set(Kind.CLOUD_SHELL, "ACC_CLOUD"),
            set(Kind.CLOUD_SHELL, "ACC_TERM_ID"),
            // Other hosts of Azure PowerShell, pipelines among them, set it too.
            value(Kind.CLOUD_SHELL, "AZUREPS_HOST_ENVIRONMENT", "cloud-shell.*"),
            new PlatformMarker(Kind.APP_SERVICE, "WEBSITE_SITE_NAME",
                environment -> has(environment, "WEBSITE_SITE_NAME") && has(environment, "WEBSITE_INSTANCE_ID")),
            set(Kind.APP_SERVICE, "FUNCTIONS_WORKER_RUNTIME"),
            set(Kind.APP_SERVICE, "CONTAINER_APP_NAME"),
            new PlatformMarker(Kind.PIPELINES_HOSTED, "AGENT_ISSELFHOSTED",
                environment -> environment.getOrDefault("TF_BUILD", "").equalsIgnoreCase("true")
                        && environment.getOrDefault("AGENT_ISSELFHOSTED", "").equals("0")));

    /** What an environment gives away. */
    public static Platform in(Map<String, String> environment) {
        return ALL.stream().filter(marker -> marker.holds.test(environment)).findFirst()
                .map(marker -> new Platform(marker.kind, Optional.of(marker.variable)))
                .orElseGet(() -> new Platform(Kind.MACHINE, Optional.empty()));
    }

    private static PlatformMarker set(Kind kind, String variable) {
        return new PlatformMarker(kind, variable, environment -> has(environment, variable));
    }

    private static PlatformMarker value(Kind kind, String variable, String pattern) {
        return new PlatformMarker(kind, variable, environment -> environment.getOrDefault(variable, "").matches(pattern));
    }

    private static boolean has(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
