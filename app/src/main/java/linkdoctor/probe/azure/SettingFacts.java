package linkdoctor.probe.azure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.resourcemanager.monitor.fluent.models.DiagnosticSettingsResourceInner;
import com.azure.resourcemanager.monitor.models.LogSettings;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.probe.azure.plain.Raw;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** What else is set on the vault: where its log goes, and the network security perimeters around it. */
final class SettingFacts {
    private static final Set<String> AUDIT = Set.of("auditevent", "audit", "alllogs");
    /** The perimeter's view of a vault is served by preview versions alone. */
    private static final String PERIMETER_VERSION = "2022-02-01-preview";
    private static final Pattern SUPPORTED = Pattern.compile("api-versions are '([^']*)'");
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(-preview)?");
    private final Asking asking;
    private final ArmClients clients;
    private final Cloud cloud;

    SettingFacts(Asking asking, ArmClients clients, Cloud cloud) {
        this.asking = asking;
        this.clients = clients;
        this.cloud = cloud;
    }

    Probed<List<DiagnosticSetting>> diagnostics(ResourceId vault, Limit limit) throws InterruptedException {
        return asking.whole(Question.arm("Microsoft.Insights/diagnosticSettings/read", vault.text(),
                        "monitor", "diagnostic-settings", "list", "--resource", vault.text()), limit,
                context -> clients.monitor(vault.subscription()).getDiagnosticSettingsOperations().list(vault.text(), context),
                settings -> settings.isEmpty() ? "no diagnostic setting" : settings.stream().map(SettingFacts::setting)
                        .map(s -> s.name() + (s.audits() ? " sends the audit log to " : " sends no audit log to ") + ResourceId.of(s.destination()).name())
                        .collect(Collectors.joining(", ")))
                .map(settings -> settings.stream().map(SettingFacts::setting).toList());
    }

    private static DiagnosticSetting setting(DiagnosticSettingsResourceInner inner) {
        boolean audits = Scopes.list(inner.logs()).stream().filter(LogSettings::enabled)
                .flatMap(log -> Stream.of(Scopes.text(log.category()), Scopes.text(log.categoryGroup())))
                .anyMatch(name -> AUDIT.contains(name.toLowerCase(java.util.Locale.ROOT)));
        String destination = Stream.of(inner.workspaceId(), inner.storageAccountId(), inner.eventHubAuthorizationRuleId(),
                        inner.marketplacePartnerId(), inner.serviceBusRuleId())
                .map(Scopes::text).filter(id -> !id.isEmpty()).findFirst().orElse("");
        return new DiagnosticSetting(Scopes.text(inner.name()), audits && !destination.isEmpty(), destination);
    }

    /** A vault in no perimeter, or in a cloud that knows none, has an empty list. */
    Probed<List<Perimeter>> perimeter(ResourceId vault, Limit limit) throws InterruptedException {
        Probed<List<Perimeter>> first = perimeter(vault, PERIMETER_VERSION, limit);
        Probed<List<Perimeter>> got = first instanceof Probed.Failed<List<Perimeter>>(Failure failure, var ignored)
                && newest(failure.said()).isPresent() ? perimeter(vault, newest(failure.said()).get(), limit) : first;
        return got instanceof Probed.Failed<List<Perimeter>>(Failure failure, var evidence)
                && (failure.kind() == Failure.Kind.NOT_FOUND || failure.said().contains("NoRegisteredProvider")
                || failure.said().contains("InvalidResourceType"))
                ? Probed.seen(List.of(), evidence) : got;
    }

    private Probed<List<Perimeter>> perimeter(ResourceId vault, String version, Limit limit) throws InterruptedException {
        String path = vault.text() + "/networkSecurityPerimeterConfigurations?api-version=" + version;
        return asking.ask(Question.arm("Microsoft.KeyVault/vaults/networkSecurityPerimeterConfigurations/read", vault.text(),
                        "rest", "--url", path), limit,
                trace -> Raw.list(Raw.get(clients.pipeline(), cloud.arm() + path, trace), "value").stream()
                        .map(SettingFacts::association).toList(),
                found -> found.isEmpty() ? "in no perimeter" : Words.list(found.stream()
                        .map(one -> "in perimeter " + ResourceId.of(one.id()).name() + ", mode " + one.mode() + ", profile " + one.profile()).toList()));
    }

    /** Where ARM no longer knows the version, it names those that it does. */
    private static Optional<String> newest(String said) {
        Matcher supported = SUPPORTED.matcher(said);
        return supported.find() ? VERSION.matcher(supported.group(1)).results().map(MatchResult::group)
                .max(Comparator.naturalOrder()) : Optional.empty();
    }

    private static Perimeter association(Object item) {
        String id = Raw.text(Raw.map(item, "properties", "networkSecurityPerimeter"), "id");
        return new Perimeter(id.isEmpty() ? Raw.text(Raw.map(item), "id") : id,
                Raw.text(Raw.map(item, "properties", "resourceAssociation"), "accessMode"),
                Raw.text(Raw.map(item, "properties", "profile"), "name"));
    }
}
