package linkdoctor.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.access.Answer;
import linkdoctor.check.access.Rights;
import linkdoctor.check.permission.Permissions;
import linkdoctor.check.firewall.Gates;
import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Arrival;
import linkdoctor.check.seen.Presence;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.picture.Hop.Kind;

/** The names and addresses found at each hop, as short as a drawing needs them. */
final class Values {
    private final Snapshot facts;
    private final Reach reach;

    Values(Snapshot facts) {
        this.facts = facts;
        reach = Reach.of(facts);
    }

    /** Empty where nothing is known. */
    Optional<String> of(Kind kind) {
        return switch (kind) {
            case CLIENT -> facts.client().known().map(this::client);
            case DNS -> dns();
            case ENDPOINT -> endpoint();
            case FIREWALL -> firewall();
            case IDENTITY -> identity();
            case PERMISSION -> Answer.of(facts).flatMap(this::permission);
        };
    }

    private String client(Client client) {
        Optional<String> proxy = facts.proxies().known().flatMap(routes -> routes.stream().findFirst()).flatMap(ProxyRoute::proxy);
        String machine = switch (client.platform().kind()) {
            case CLOUD_SHELL -> "Cloud Shell";
            case PIPELINES_HOSTED -> "Hosted agent";
            case APP_SERVICE, MACHINE -> address(client).map(Ip::toString).orElse(name(client.hostname()));
        };
        return machine + proxy.map(through -> " via proxy " + name(through)).orElse("");
    }

    /** The address in a virtual network; where none is, the first of the newer or older kind that people know. */
    private Optional<Ip> address(Client client) {
        List<Ip> mine = client.addresses();
        return mine.stream().filter(ip -> reach.client().known().orElse(List.of()).stream().anyMatch(network -> network.contains(ip))).findFirst()
                .or(() -> mine.stream().filter(Ip::v4).findFirst()).or(() -> mine.stream().findFirst());
    }

    private Optional<String> dns() {
        if (!facts.target().legalName()) {
            return Optional.of("No legal name");
        }
        Optional<HostsFile.Entry> override = facts.hosts().known().stream().flatMap(hosts -> hosts.entries().stream())
                .filter(entry -> entry.name().equalsIgnoreCase(facts.target().hostname())).findFirst();
        if (override.isPresent()) {
            return Optional.of(override.get().ip() + " via hosts file");
        }
        Answers answers = Answers.of(facts, reach);
        List<Voice> decisive = answers.decisive();
        return decisive.stream().filter(voice -> !voice.good()).findFirst().or(() -> decisive.stream().findFirst())
                .or(() -> answers.voices().stream().findFirst()).map(Values::heard);
    }

    private static String heard(Voice voice) {
        String who = voice.server().map(DnsServer::ip).map(Ip::toString).orElse("the system");
        List<Ip> ips = voice.addresses();
        if (ips.isEmpty()) {
            String rcode = voice.answers().isEmpty() ? "" : voice.answers().getFirst().answer().rcode();
            return (rcode.isEmpty() ? "No answer" : voice.answered() ? "No such name" : name(rcode)) + " from " + who;
        }
        return ips.stream().limit(2).map(Ip::toString).collect(Collectors.joining(", ")) + (ips.size() > 2 ? " …" : "") + " via " + who;
    }

    private Optional<String> endpoint() {
        if (Presence.of(facts) instanceof Presence.Deleted) {
            return Optional.of("Vault deleted");
        }
        return switch (facts.connections()) {
            case Probed.Seen<List<Connection>>(List<Connection> connections, var evidence) -> connections.isEmpty() ? Optional.of("None")
                    : usable().or(() -> connections.stream().filter(Connection::effective).findFirst().or(() -> connections.stream().findFirst())
                            .map(Values::connection));
            case Probed.Failed<List<Connection>> failed -> unread();
            case Probed.NotTried<List<Connection>> waiting -> unread();
        };
    }

    private Optional<String> usable() {
        List<PrivateEndpoint> usable = reach.usable().known().orElse(List.of());
        return usable.stream().findFirst().map(one -> name(one.id().name()) + one.addresses().stream().findFirst().map(ip -> " " + ip).orElse("")
                + (usable.size() > 1 ? " +" + (usable.size() - 1) : ""));
    }

    private static String connection(Connection connection) {
        String state = connection.effective() ? "" : " " + name(connection.approved() ? connection.provisioningState() : connection.status());
        return name(connection.endpoint().orElse(connection.id()).name()) + state;
    }

    /** Without the right to read it, the service's own word and the address that the user gave are left. */
    private Optional<String> unread() {
        Optional<LiveRequest> live = facts.byName().known();
        Optional<NetworkInfo> info = live.flatMap(Arrival::info);
        Optional<String> named = info.flatMap(NetworkInfo::privateEndpoint).map(ResourceId::name).map(Values::name);
        Optional<Ip> at = facts.target().endpointIp()
                .or(() -> live.flatMap(LiveRequest::connected).filter(ip -> Arrival.byName(facts).filter(Arrival::overPrivateLink).isPresent()));
        return named.map(name -> name + at.map(ip -> " " + ip).orElse("")).or(() -> at.map(Ip::toString));
    }

    private Optional<String> firewall() {
        return Gates.of(facts).known().map(Gates::brief).or(() -> Answer.of(facts).flatMap(answer -> switch (answer) {
            case LET_IN, BY_ROLE, BY_POLICY -> Optional.of("Lets it in");
            case BY_CONNECTION -> Optional.of("Private only");
            case BY_FIREWALL -> Optional.of("Refuses");
            case OTHER_TENANT, BAD_TOKEN, THROTTLED, OTHER -> Optional.empty();
        }));
    }

    private Optional<String> identity() {
        return switch (facts.identity()) {
            case Probed.Seen<Identity>(Identity who, var evidence) -> Optional.of(who.displayName().isBlank()
                    ? who.kind() + " " + Readable.guids(who.objectId()) : name(who.displayName()));
            case Probed.Failed<Identity> failed -> Optional.of("Not signed in");
            case Probed.NotTried<Identity> waiting -> Optional.empty();
        };
    }

    private Optional<String> permission(Answer answer) {
        return switch (answer) {
            case LET_IN -> Optional.of(letIn());
            case BY_ROLE -> Optional.of(Permissions.denial(facts).isPresent() ? "Denied" : "Role missing");
            case BY_POLICY -> Optional.of("No access policy");
            case THROTTLED -> Optional.of("Too many requests");
            case BY_CONNECTION, BY_FIREWALL, OTHER_TENANT, BAD_TOKEN -> Optional.of("not asked");
            case OTHER -> Optional.empty();
        };
    }

    private String letIn() {
        Optional<Vault> vault = Presence.vault(facts).known();
        if (vault.filter(one -> !one.rbac()).isPresent()) {
            return "Access policy";
        }
        List<String> roles = facts.rights().known().map(Rights::dataRoles).orElse(List.of());
        return vault.isEmpty() || roles.isEmpty() ? "Lets it in" : Brief.middle(roles.getFirst(), 32) + (roles.size() > 1 ? " +" + (roles.size() - 1) : "");
    }

    private static String name(String text) {
        return Brief.middle(text, Brief.NAME);
    }
}
