package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.lookup;
import static linkdoctor.check.Healthy.privateAnswer;
import static linkdoctor.check.Healthy.publicAnswerWithAlias;
import static linkdoctor.check.Healthy.publicAnswerWithoutAlias;
import static linkdoctor.check.grid.Estates.resolving;
import static linkdoctor.check.grid.Estates.zones;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;

/** The grid's rows of DNS resolution. */
public final class DnsRows {
    private static final Ip STRAY = Ip.of("10.9.9.9");

    private DnsRows() {
    }

    public static List<Row> rows() {
        return Stream.of(servers(), names(), answersPrivately(), answersEndpoint(), steadily(), agree()).flatMap(List::stream).toList();
    }

    private static Snapshot lookups(Lookup... lookups) {
        return Healthy.snapshot().with("lookups", List.of(lookups));
    }

    private static Lookup system(DnsAnswer... answers) {
        return lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, answers);
    }

    private static List<Row> servers() {
        String check = "dns.server-answers";
        Probed<DnsAnswer> lost = Healthy.failed(Failure.Kind.TIMEOUT, "");
        Lookup flaky = new Lookup(new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.SYSTEM),
                List.of(known(privateAnswer(Healthy.ENDPOINT_IP)), lost, known(privateAnswer(Healthy.ENDPOINT_IP))));
        Lookup good = lookup(Estates.HUB_DNS, DnsServer.Role.SYSTEM, privateAnswer(Healthy.ENDPOINT_IP));
        return List.of(
                Row.of(check, "the only server is silent", lookups(Estates.silent(Ip.AZURE_DNS, DnsServer.Role.SYSTEM))
                        .with("systemResolution", Healthy.failed(Failure.Kind.TIMEOUT, ""))
                        .with("byName", Probed.notTried("The name has no address."))).fails("dns.server-failed")
                        .says("failed 3 of 3 times").root("dns.server-failed"),
                Row.of(check, "one of three questions is lost", lookups(flaky)).fails("dns.server-failed").says("failed 1 of 3 times"),
                Row.of(check, "the server answers SERVFAIL", lookups(system(Healthy.answer("SERVFAIL", List.of()))))
                        .fails("dns.server-failed").says("SERVFAIL"),
                Row.of(check, "the server refuses", lookups(system(Healthy.answer("REFUSED", List.of())))).fails("dns.server-failed"),
                Row.of(check, "the first of two is silent", lookups(Estates.silent(Ip.AZURE_DNS, DnsServer.Role.SYSTEM), good))
                        .fails("dns.server-failed").root("dns.server-failed"),
                Row.of(check, "the second of two is silent, and nobody asks it",
                        lookups(good, Estates.silent(Ip.AZURE_DNS, DnsServer.Role.SYSTEM))).passes().says("asked only when"),
                Row.of(check, "Azure DNS cannot be reached from outside Azure", lookups(good, Estates.silent(Ip.AZURE_DNS, DnsServer.Role.AZURE))).passes(),
                Row.of(check, "nobody was asked", lookups()).skipped());
    }

    private static List<Row> names() {
        String check = "dns.name-exists";
        Snapshot gone = resolving(Healthy.snapshot(), Healthy.answer("NXDOMAIN", List.of()));
        return List.of(
                Row.of(check, "the record is lost", resolving(zones(Healthy.snapshot(), Estates.holding(10)), Estates.nxdomain()))
                        .fails("dns.name-not-found").says("at the end of the alias fabrikam.privatelink").root("zone.record-missing"),
                Row.of(check, "no name at all", gone).fails("dns.name-not-found").says("not even an alias"),
                Row.of(check, "an alias that ends in nothing", resolving(Healthy.snapshot(), privateAnswer())).fails("dns.name-not-found"),
                Row.of(check, "signed out, the name is lost", Estates.signedOut(gone)).fails("dns.name-not-found").root("dns.name-not-found"),
                Row.of(check, "a public answer is an answer", resolving(Healthy.snapshot(), publicAnswerWithAlias())).passes());
    }

    private static List<Row> answersPrivately() {
        String check = "dns.answers-privately";
        Snapshot unlinked = zones(Healthy.snapshot(), Estates.linkedTo(Ids.HUB_NETWORK));
        DnsAnswer borderline = Healthy.answer("NOERROR", List.of("data-prod-eus.vaultcore.azure.net"), Ip.of("172.32.0.1"));
        DnsAnswer v6 = Healthy.answer("NOERROR", List.of("fabrikam." + Ids.ZONE_NAME, "x.vaultcore.azure.net"), Ip.of("2603:1030:f05:1::100"));
        VirtualNetwork publicRange = new VirtualNetwork(Ids.APP, "eastus", List.of(Prefix.of("172.32.0.0/16"), Prefix.of("10.1.0.0/16")), List.of(),
                Estates.app().subnets(), Estates.app().peerings());
        return List.of(
                Row.of(check, "the zone is not linked", resolving(unlinked, publicAnswerWithAlias())).fails("dns.public-with-alias")
                        .says("by way of the alias").root("zone.not-linked"),
                Row.of(check, "no connection is approved", resolving(Healthy.snapshot().with("connections", known(List.of(Healthy.connection("Pending")))),
                        publicAnswerWithoutAlias())).fails("dns.public-no-alias").root("connection.pending"),
                Row.of(check, "there is no connection", resolving(Healthy.snapshot().with("connections", known(List.of())).with("endpoints", Map.of())
                        .with("byAddress", Map.of()), publicAnswerWithoutAlias())).fails("dns.public-no-alias").root("connection.none"),
                Row.of(check, "signed out, DNS alone tells", Estates.signedOut(resolving(Healthy.snapshot(), publicAnswerWithAlias())))
                        .fails("dns.public-with-alias").root("dns.public-with-alias"),
                Row.of(check, "signed out and right", Estates.signedOut(Healthy.snapshot())).passes().noRoot(),
                Row.of(check, "172.32.0.1 is public", resolving(Healthy.snapshot(), borderline)).fails("dns.public-no-alias"),
                Row.of(check, "172.32.0.1 inside the endpoint's network is private", lookups(system(borderline))
                        .with("networks", known(Listing.whole(List.of(publicRange, Estates.hub()))))).skipped().says("172.32.0.1"),
                Row.of(check, "the alias itself has a public address", Estates.signedOut(resolving(Healthy.snapshot(), privateAnswer(Healthy.VAULT_PUBLIC))))
                        .fails("dns.public-with-alias").root("dns.public-with-alias"),
                Row.of(check, "a public number, which the service sees come over private link", Estates.signedOut(lookups(system(privateAnswer(
                        Ip.of("172.32.0.5")))))).passes().noRoot(),
                Row.of(check, "the record holds a public address", resolving(zones(Healthy.snapshot(), Estates.holding(10, Healthy.VAULT_PUBLIC)),
                        privateAnswer(Healthy.VAULT_PUBLIC))).fails("dns.public-with-alias").root("zone.record-wrong-ip"),
                Row.of(check, "a public AAAA", resolving(Healthy.snapshot(), v6)).fails("dns.public-with-alias"),
                Row.of(check, "an IPv4 address mapped into IPv6", lookups(system(privateAnswer(Ip.of("::ffff:10.1.1.5"))))).passes(),
                Row.of(check, "the home router beside the VPN's server", lookups(lookup(Ip.of("192.168.1.1"), DnsServer.Role.SYSTEM, publicAnswerWithAlias()),
                        system(privateAnswer(Healthy.ENDPOINT_IP)))).passes(),
                Row.of(check, "no server was asked, the system resolves publicly", Estates.publicly(lookups()
                        .with("systemResolution", known(List.of(Healthy.VAULT_PUBLIC))))).fails("dns.public-with-alias"),
                Row.of(check, "no server was asked, the system resolves rightly", lookups()).passes(),
                Row.of(check, "nothing could be asked", lookups().with("systemResolution", Healthy.failed(Failure.Kind.UNSUPPORTED, "a resolver"))).unknown(),
                Row.of(check, "a server given for comparison is public, by design", lookups(system(privateAnswer(Healthy.ENDPOINT_IP)),
                        lookup(Estates.PUBLIC_DNS, DnsServer.Role.EXTRA, publicAnswerWithAlias()))).passes().noRoot());
    }

    private static List<Row> answersEndpoint() {
        String check = "dns.answers-endpoint";
        Snapshot wrong = resolving(Healthy.snapshot(), privateAnswer(STRAY));
        Target given = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.of(Healthy.ENDPOINT_IP));
        return List.of(
                Row.of(check, "the record holds an old address", zones(wrong, Estates.holding(10, STRAY))).fails("dns.wrong-private-ip")
                        .says("the endpoint has 10.1.1.5").root("zone.record-wrong-ip"),
                Row.of(check, "signed out, with --endpoint-ip", Estates.signedOut(wrong).with("target", given)).fails("dns.wrong-private-ip")
                        .root("dns.wrong-private-ip"),
                Row.of(check, "signed out, the live request proves the address", Estates.signedOut(Healthy.snapshot())).passes().says("over private link"),
                Row.of(check, "signed out, a private answer cannot be measured", Estates.signedOut(Healthy.snapshot())
                        .with("byName", known(Healthy.unreachable(Healthy.ENDPOINT_IP)))).unknown(),
                Row.of(check, "the endpoint cannot be read", Healthy.snapshot().with("endpoints",
                        Map.of(Ids.ENDPOINT, Healthy.failed(Failure.Kind.DENIED, "privateEndpoints/read")))
                        .with("byName", known(Healthy.unreachable(Healthy.ENDPOINT_IP)))).unknown(),
                Row.of(check, "two networks with an endpoint each, the other's answer", resolving(Estates.twoNetworks(), privateAnswer(Estates.SPOKE_IP)))
                        .fails("dns.wrong-private-ip"),
                Row.of(check, "two networks with an endpoint each", Estates.twoNetworks()).passes().noRoot(),
                Row.of(check, "a filter answers 0.0.0.0", lookups(system(Healthy.answer("NOERROR", List.of(), Ip.of("0.0.0.0")))))
                        .fails("dns.wrong-private-ip"),
                Row.of(check, "a public answer is another check's matter", resolving(Healthy.snapshot(), publicAnswerWithAlias())).skipped());
    }

    private static List<Row> steadily() {
        String check = "dns.answers-steadily";
        return List.of(
                Row.of(check, "now private, now public", lookups(system(privateAnswer(Healthy.ENDPOINT_IP), publicAnswerWithAlias())))
                        .fails("dns.mixed").root("dns.mixed"),
                Row.of(check, "now there, now not", lookups(system(privateAnswer(Healthy.ENDPOINT_IP), Estates.nxdomain()))).fails("dns.mixed"),
                Row.of(check, "private and public in one answer", lookups(system(Healthy.answer("NOERROR", List.of("x.vaultcore.azure.net"),
                        Healthy.ENDPOINT_IP, Healthy.VAULT_PUBLIC)))).fails("dns.mixed"),
                Row.of(check, "private and public in one record", Estates.signedOut(resolving(Healthy.snapshot(), privateAnswer(Healthy.ENDPOINT_IP,
                        Healthy.VAULT_PUBLIC)))).fails("dns.mixed"),
                Row.of(check, "private addresses that take turns", Estates.signedOut(lookups(system(privateAnswer(Healthy.ENDPOINT_IP),
                        privateAnswer(STRAY))))).fails("dns.mixed"),
                Row.of(check, "public addresses that take turns", resolving(Healthy.snapshot(), publicAnswerWithAlias())
                        .with("lookups", List.of(system(publicAnswerWithAlias(), Healthy.answer("NOERROR",
                                List.of("fabrikam." + Ids.ZONE_NAME, "x.vaultcore.azure.net"), Ip.of("52.168.109.102")))))).passes(),
                Row.of(check, "a silent attempt is no other answer", lookups(new Lookup(new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.SYSTEM),
                        List.of(known(privateAnswer(Healthy.ENDPOINT_IP)), Healthy.failed(Failure.Kind.TIMEOUT, ""))))).passes());
    }

    private static List<Row> agree() {
        String check = "dns.resolvers-agree";
        Lookup right = system(privateAnswer(Healthy.ENDPOINT_IP));
        Lookup hub = lookup(Estates.HUB_DNS, DnsServer.Role.SYSTEM, privateAnswer(Healthy.ENDPOINT_IP));
        Snapshot custom = Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS, privateAnswer(Healthy.ENDPOINT_IP),
                Estates.azure(publicAnswerWithAlias()));
        return List.of(
                Row.of(check, "two servers of this machine differ", lookups(right,
                        lookup(Estates.PUBLIC_DNS, DnsServer.Role.SYSTEM, publicAnswerWithAlias()))).warns("dns.resolvers-disagree").says("8.8.8.8"),
                Row.of(check, "a server given for comparison differs", lookups(right,
                        lookup(Estates.PUBLIC_DNS, DnsServer.Role.EXTRA, publicAnswerWithAlias()))).warns("dns.resolvers-disagree").noRoot(),
                Row.of(check, "Azure DNS cannot be reached from outside", lookups(hub, Estates.silent(Ip.AZURE_DNS, DnsServer.Role.AZURE))).passes(),
                Row.of(check, "the hub answers for a spoke that needs no link", zones(custom, Estates.linkedTo(Ids.HUB_NETWORK))).passes().noRoot(),
                Row.of(check, "another network's server serves another endpoint", Estates.twoNetworks().with("lookups", List.of(right,
                        lookup(Ip.of("10.2.0.4"), DnsServer.Role.NETWORK, privateAnswer(Estates.SPOKE_IP))))).passes(),
                Row.of(check, "one answer alone", lookups(right).with("systemResolution", Probed.notTried("Not asked."))).skipped());
    }
}
