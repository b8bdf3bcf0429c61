package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.live;
import static linkdoctor.check.Healthy.publicAnswerWithAlias;
import static linkdoctor.check.grid.Estates.resolving;
import static linkdoctor.check.grid.Estates.zones;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.TlsSeen;

/** The grid's rows of the live request. */
public final class HealthStatusRows {
    private static final LiveRequest GOOD = Healthy.privateLink(Healthy.ENDPOINT_IP);
    private static final Probed<LiveRequest.Answer> NOTHING_SENT = Probed.notTried("Nothing was sent.");

    private HealthStatusRows() {
    }

    public static List<Row> rows() {
        return Stream.of(answered(), trusted(), fromKeyVault(), overPrivateLink(), overOwnEndpoint(), sameByAddress()).flatMap(List::stream).toList();
    }

    private static Snapshot byName(LiveRequest live) {
        return Healthy.snapshot().with("byName", known(live));
    }

    private static Snapshot header(String header) {
        return byName(live(Healthy.ENDPOINT_IP, NetworkInfo.parse(header)));
    }

    private static Snapshot publicly() {
        return resolving(zones(Healthy.snapshot(), Estates.linkedTo(Ids.HUB_NETWORK)), publicAnswerWithAlias());
    }

    private static <T> Probed<T> failing(Failure.Kind kind) {
        return Healthy.failed(kind, "");
    }

    private static LiveRequest tls(TlsSeen.Trust trust, String issuer) {
        TlsSeen.Certificate leaf = new TlsSeen.Certificate("CN=fabrikam.vault.azure.net", issuer, List.of("fabrikam.vault.azure.net"),
                "2026-12-01T00:00:00Z", "11".repeat(32));
        return new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), GOOD.tcp(),
                known(new TlsSeen("TLSv1.3", List.of(leaf), trust, trust == TlsSeen.Trust.NONE ? "the issuer is not known" : "")),
                trust == TlsSeen.Trust.NONE ? NOTHING_SENT : GOOD.answer());
    }

    private static List<Row> answered() {
        String check = "healthstatus.answered";
        LiveRequest brokenTls = new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), GOOD.tcp(), failing(Failure.Kind.RESET), NOTHING_SENT);
        LiveRequest half = new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), GOOD.tcp(), GOOD.tls(), failing(Failure.Kind.GARBAGE));
        LiveRequest cancelled = new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), failing(Failure.Kind.CANCELLED),
                Probed.notTried("There is no connection."), NOTHING_SENT);
        Snapshot unreachable = byName(Healthy.unreachable(Healthy.ENDPOINT_IP)).with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)));
        return List.of(
                Row.of(check, "nothing answers at the address", unreachable).fails("healthstatus.unreachable").says("TCP connection to 10.1.1.5")
                        .root("healthstatus.unreachable"),
                Row.of(check, "TLS breaks", byName(brokenTls)).fails("healthstatus.unreachable").says("TLS handshake"),
                Row.of(check, "half an answer", byName(half)).fails("healthstatus.unreachable").says("The answer of"),
                Row.of(check, "a wrong record leads nowhere", resolving(zones(Healthy.snapshot(), Estates.holding(10, Ip.of("10.1.1.9"))),
                        Healthy.privateAnswer(Ip.of("10.1.1.9")))).fails("healthstatus.unreachable").root("zone.record-wrong-ip"),
                Row.of(check, "the name does not resolve", resolving(Healthy.snapshot(), Estates.nxdomain()).with("byName",
                        Healthy.failed(Failure.Kind.NOT_FOUND, ""))).skipped(),
                Row.of(check, "the run was cancelled", byName(cancelled)).unknown().noRoot(),
                Row.of(check, "an untrusted certificate is another matter", byName(tls(TlsSeen.Trust.NONE, "CN=Proxy"))).skipped());
    }

    private static List<Row> trusted() {
        String check = "healthstatus.trusted";
        LiveRequest refused = new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), GOOD.tcp(), failing(Failure.Kind.UNTRUSTED), NOTHING_SENT);
        return List.of(
                Row.of(check, "an inspecting proxy signs anew", byName(tls(TlsSeen.Trust.NONE, "CN=Contoso Inspection"))).fails("healthstatus.untrusted-tls")
                        .says("CN=Contoso Inspection").root("healthstatus.untrusted-tls"),
                Row.of(check, "only --ca-file explains it", byName(tls(TlsSeen.Trust.EXTRA_ROOT, "CN=Contoso Inspection"))).warns("healthstatus.untrusted-tls")
                        .says("extra roots").noRoot(),
                Row.of(check, "the handshake was refused", byName(refused)).fails("healthstatus.untrusted-tls"),
                Row.of(check, "the proxy does it", byName(Estates.through(tls(TlsSeen.Trust.NONE, "CN=Contoso Inspection"), "proxy.contoso.example:8080"))
                        .with("direct", known(GOOD)).with("proxies", EnvironmentRows.proxy("HTTPS_PROXY"))).fails("healthstatus.untrusted-tls")
                        .says("Without the proxy").root("environment.proxy"));
    }

    private static List<Row> fromKeyVault() {
        LiveRequest page = new LiveRequest(GOOD.host(), GOOD.connected(), GOOD.proxy(), GOOD.tcp(), GOOD.tls(), known(
                new LiveRequest.Answer(200, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("nginx"))));
        return List.of(
                Row.of("healthstatus.from-key-vault", "a page of something else", byName(page)).fails("healthstatus.not-key-vault").says("nginx"),
                Row.of("healthstatus.from-key-vault", "no answer", byName(Healthy.unreachable(Healthy.ENDPOINT_IP))).skipped());
    }

    private static List<Row> overPrivateLink() {
        String check = "healthstatus.over-private-link";
        Snapshot toPublic = byName(live(Healthy.VAULT_PUBLIC, NetworkInfo.parse("addr=10.1.0.4;act_addr_fam=InterNetworkV6;")));
        return List.of(
                Row.of(check, "over the Internet", publicly()).fails("healthstatus.public-source").says("20.62.10.10").root("zone.not-linked"),
                Row.of(check, "signed out, the header tells", Estates.signedOut(byName(live(Healthy.VAULT_PUBLIC, Healthy.publicInfo(Healthy.EGRESS)))))
                        .fails("healthstatus.public-source").root("healthstatus.public-source"),
                Row.of(check, "the old form, private", header("addr=10.1.0.4;act_addr_fam=InterNetworkV6;")).passes().says("2026-03-02T09:00:00Z").noRoot(),
                Row.of(check, "the old form, carrier NAT", header("addr=100.83.116.123;act_addr_fam=InterNetworkV6;")).passes(),
                Row.of(check, "the old form, mapped", header("addr=::ffff:10.1.0.4;act_addr_fam=InterNetworkV6;")).passes(),
                Row.of(check, "the old form, public", header("addr=20.62.10.10;act_addr_fam=InterNetwork;")).fails("healthstatus.public-source"),
                Row.of(check, "the old form, 172.32.0.1", header("addr=172.32.0.1;act_addr_fam=InterNetwork;")).fails("healthstatus.public-source"),
                Row.of(check, "the old form, sent to the public address", toPublic).warns("healthstatus.service-endpoint"),
                Row.of(check, "a service endpoint", header("conn_type=Subnet;subnet=xxxxx;addr=10.1.0.4;act_addr_fam=InterNetworkV6"))
                        .warns("healthstatus.service-endpoint"),
                Row.of(check, "the endpoint is named", Healthy.snapshot()).passes().says("private endpoint pe-fabrikam"),
                Row.of(check, "a new kind is shown as it is", header("conn_type=Quantum;addr=10.1.0.4")).passes().says("Quantum (as reported by the service"),
                Row.of(check, "a header without an address", header("act_addr_fam=InterNetwork")).unknown());
    }

    private static List<Row> overOwnEndpoint() {
        String check = "healthstatus.over-own-endpoint";
        LiveRequest second = live(Estates.SPOKE_IP, Estates.linkInfo(Estates.SPOKE_ENDPOINT));
        Snapshot two = Estates.twoNetworks().with("byName", known(second));
        return List.of(
                Row.of(check, "an endpoint that no connection belongs to", byName(live(Healthy.ENDPOINT_IP, Estates.linkInfo(Ids.endpoint("pe-other")))))
                        .fails("healthstatus.other-endpoint").says("PE-OTHER"),
                Row.of(check, "the other network's endpoint", two).fails("healthstatus.other-endpoint"),
                Row.of(check, "the other network's endpoint, by its network's proxy", Estates.twoNetworks().with("byName",
                        known(Estates.through(second, "proxy.fabrikam.example:3128"))).with("proxies", EnvironmentRows.proxy("HTTPS_PROXY"))).passes().noRoot(),
                Row.of(check, "the other endpoint, which takes requests from here", two.with("byAddress", Map.of(Healthy.ENDPOINT_IP, GOOD,
                        Estates.SPOKE_IP, second))).passes(),
                Row.of(check, "the same id in capitals", byName(live(Healthy.ENDPOINT_IP, Estates.linkInfo(Ids.ENDPOINT)))).passes(),
                Row.of(check, "an endpoint in force that cannot be read", Healthy.snapshot().with("endpoints",
                        Map.of(Ids.ENDPOINT, Healthy.failed(Failure.Kind.DENIED, "")))).passes(),
                Row.of(check, "the old form names none", header("addr=10.1.0.4;act_addr_fam=InterNetworkV6;")).skipped());
    }

    private static List<Row> sameByAddress() {
        String check = "healthstatus.same-by-address";
        return List.of(
                Row.of(check, "the name leads to the Internet", publicly()).fails("healthstatus.name-differs-from-ip").root("zone.not-linked"),
                Row.of(check, "the addresses do not answer, the name does", Healthy.snapshot().with("byAddress",
                        Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)))).skipped().noRoot(),
                Row.of(check, "the old form by name", header("addr=10.1.0.4;act_addr_fam=InterNetworkV6;")).passes(),
                Row.of(check, "no request by name", byName(Healthy.unreachable(Healthy.ENDPOINT_IP))).skipped());
    }
}
