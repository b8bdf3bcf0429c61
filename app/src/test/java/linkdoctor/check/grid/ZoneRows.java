package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.privateAnswer;
import static linkdoctor.check.Healthy.publicAnswerWithAlias;
import static linkdoctor.check.grid.Estates.holding;
import static linkdoctor.check.grid.Estates.linkedTo;
import static linkdoctor.check.grid.Estates.resolving;
import static linkdoctor.check.grid.Estates.zone;
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
import linkdoctor.facts.Listing;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.VaultSearch;

/** The grid's rows of the private DNS zone. */
public final class ZoneRows {
    private static final Ip OLD = Ip.of("10.1.1.9");
    private static final ResourceId MISNAMED = Ids.zone(Ids.HUB, "privatelink.vault.azure.net");
    private static final ResourceId OTHER = Ids.zone(Ids.SANDBOX, Ids.ZONE_NAME);
    private static final ResourceId THIRD = Ids.zone(Ids.WORKLOAD, Ids.ZONE_NAME);

    private ZoneRows() {
    }

    public static List<Row> rows() {
        return Stream.of(exists(), linked(), ready(), recordExists(), recordRight(), ttl(), fallback(), competing(), group())
                .flatMap(List::stream).toList();
    }

    /** The client gets the public answer. */
    private static Snapshot open() {
        return resolving(Healthy.snapshot(), publicAnswerWithAlias());
    }

    private static Snapshot gaps(Snapshot facts, PrivateZone... zones) {
        return facts.with("zones", known(new Listing<>(List.of(zones), List.of(Healthy.gap("subscription hub")))));
    }

    private static List<Row> exists() {
        String check = "zone.exists";
        return List.of(
                Row.of(check, "no zone at all", zones(open())).fails("zone.missing").root("zone.missing"),
                Row.of(check, "named after the vault's host name", zones(open(), zone(MISNAMED, Healthy.ENDPOINT_IP, Ids.APP)))
                        .fails("zone.misnamed").says("privatelink.vault.azure.net").root("zone.misnamed"),
                Row.of(check, "another DNS server gives the answer", zones(Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS,
                        privateAnswer(Healthy.ENDPOINT_IP)))).skipped().noRoot(),
                Row.of(check, "Azure DNS answers from a zone that nobody can see", zones(Healthy.snapshot())).unknown().noRoot()
                        .says("cannot be read"),
                Row.of(check, "named wrong, while the old answer still stands", zones(Healthy.snapshot(), zone(MISNAMED, Healthy.ENDPOINT_IP, Ids.APP)))
                        .fails("zone.misnamed").says("still resolves").root("zone.misnamed"),
                Row.of(check, "named wrong, and another DNS server gives the answer", zones(Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS,
                        privateAnswer(Healthy.ENDPOINT_IP)), zone(MISNAMED, Healthy.ENDPOINT_IP, Ids.APP))).skipped().noRoot(),
                Row.of(check, "a subscription cannot be read", gaps(open())).unknown().says("subscription hub").root("dns.public-with-alias"),
                Row.of(check, "a near miss, and a subscription that cannot be read", gaps(open(), zone(MISNAMED, Healthy.ENDPOINT_IP, Ids.APP))).unknown(),
                Row.of(check, "no subscription can be read", zones(open()).with("vault", known(new VaultSearch(Optional.empty(), Optional.empty(),
                        Listing.whole(List.of()))))).unknown().root("dns.public-with-alias"),
                Row.of(check, "the zone group names a subscription that is not listed", zones(open()).with("endpoints", Map.of(Ids.ENDPOINT,
                        known(Healthy.endpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, Ids.zone("dddddddd-dddd-4ddd-8ddd-dddddddddddd", Ids.ZONE_NAME),
                                Healthy.ENDPOINT_IP))))).unknown().says("dddddddd").root("dns.public-with-alias"),
                Row.of(check, "an unseen zone answers that the name does not exist", zones(resolving(Healthy.snapshot(), Estates.nxdomain())))
                        .unknown().root("dns.name-not-found"),
                Row.of(check, "signed out", Estates.signedOut(open())).unknown().root("dns.public-with-alias"),
                Row.of(check, "the zone's name in capitals", zones(Healthy.snapshot(), Healthy.zone(
                        Ids.zone(Ids.HUB, "PRIVATELINK.vaultcore.azure.net"), List.of(), List.of()))).passes());
    }

    private static List<Row> linked() {
        String check = "zone.linked";
        Snapshot custom = Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS, publicAnswerWithAlias());
        Snapshot elsewhere = Estates.customDns(Healthy.snapshot(), Ip.of("192.168.7.4"), publicAnswerWithAlias());
        return List.of(
                Row.of(check, "linked to the hub alone", zones(open(), linkedTo(Ids.HUB_NETWORK))).fails("zone.not-linked")
                        .says("vnet-app").root("zone.not-linked"),
                Row.of(check, "linked to a network whose name begins alike", Estates.networks(zones(open(), linkedTo(Estates.SPOKE)),
                        Estates.app(), Estates.hub(), Estates.spoke())).fails("zone.not-linked").root("zone.not-linked"),
                Row.of(check, "not linked at all", zones(open(), linkedTo())).fails("zone.not-linked"),
                Row.of(check, "three subscriptions have the zone, one is linked", zones(Healthy.snapshot(), Healthy.zone(),
                        Healthy.zone(OTHER, List.of(), List.of()), Healthy.zone(THIRD, List.of(), List.of()))).passes().noRoot(),
                Row.of(check, "the hub's servers answer for the spoke", zones(Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS,
                        privateAnswer(Healthy.ENDPOINT_IP)), linkedTo(Ids.HUB_NETWORK))).passes().noRoot(),
                Row.of(check, "the servers' network has no link", zones(custom.with("lookups", Stream.concat(custom.lookups().stream(),
                        Stream.of(Estates.azure(privateAnswer(Healthy.ENDPOINT_IP)))).toList()), linkedTo(Ids.APP)))
                        .fails("zone.not-linked").says("vnet-hub").root("zone.not-linked"),
                Row.of(check, "the servers stand on premises", zones(elsewhere, linkedTo(Ids.HUB_NETWORK))).passes(),
                Row.of(check, "the servers stand on premises and nothing is linked", zones(elsewhere, linkedTo())).fails("zone.not-linked"),
                Row.of(check, "not linked, while the old answer still stands", zones(Healthy.snapshot(), linkedTo(Estates.SPOKE)))
                        .fails("zone.not-linked").says("still resolves").root("zone.not-linked"),
                Row.of(check, "a client on premises over VPN", Estates.onPremises().with("resolvers", known(List.of(Ip.of("192.168.10.1"))))).passes().noRoot(),
                Row.of(check, "a client whose network cannot be read", zones(open(), linkedTo(Ids.HUB_NETWORK)).with("networks",
                        Healthy.failed(Failure.Kind.DENIED, "virtualNetworks/read"))).fails("zone.not-linked"),
                Row.of(check, "the links cannot be read", zones(open(), new PrivateZone(Ids.ZONE, Ids.ZONE_NAME,
                        Healthy.failed(Failure.Kind.DENIED, "virtualNetworkLinks/read"), known(List.of(Healthy.record(10, Healthy.ENDPOINT_IP)))))).unknown().root("dns.public-with-alias"),
                Row.of(check, "not linked, but a subscription cannot be read", gaps(open(), linkedTo(Ids.HUB_NETWORK))).unknown(),
                Row.of(check, "the machine asks a public server", zones(resolving(Healthy.snapshot(), Estates.PUBLIC_DNS,
                        publicAnswerWithAlias()), Healthy.zone())).passes().root("environment.dns-override"),
                Row.of(check, "no such zone", zones(open())).skipped());
    }

    private static List<Row> ready() {
        String check = "zone.link-ready";
        PrivateZone pending = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP, "InProgress", Optional.empty())),
                List.of(Healthy.record(10, Healthy.ENDPOINT_IP)));
        PrivateZone other = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP),
                Healthy.link(Ids.ZONE, Estates.SPOKE, "InProgress", Optional.empty())), List.of(Healthy.record(10, Healthy.ENDPOINT_IP)));
        return List.of(
                Row.of(check, "in progress, still public", zones(open(), pending)).fails("zone.link-pending").root("zone.link-pending"),
                Row.of(check, "in progress, already right", zones(Healthy.snapshot(), pending)).warns("zone.link-pending").noRoot(),
                Row.of(check, "another network's link is in progress", zones(Healthy.snapshot(), other)).passes());
    }

    private static List<Row> recordExists() {
        String check = "zone.record-exists";
        Snapshot lost = resolving(Healthy.snapshot(), Estates.nxdomain());
        PrivateZone redirecting = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP, "Completed", Optional.of("NxDomainRedirect"))), List.of());
        PrivateZone empty = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP)), List.of(Healthy.record(10)));
        PrivateZone bare = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP)), List.of());
        return List.of(
                Row.of(check, "no record", zones(lost, holding(10))).fails("zone.record-missing").root("zone.record-missing"),
                Row.of(check, "a record without an address", zones(lost, empty)).fails("zone.record-missing"),
                Row.of(check, "fallback to the Internet hides the loss", zones(open(), redirecting)).fails("zone.record-missing").root("zone.record-missing"),
                Row.of(check, "the record is in a zone that the network cannot be linked to", zones(lost, bare, zone(OTHER, Healthy.ENDPOINT_IP)))
                        .fails("zone.record-missing").says("cannot be linked to zone"),
                Row.of(check, "caches still answer", zones(Healthy.snapshot(), holding(10))).fails("zone.record-missing"),
                Row.of(check, "a custom server answers from its own data", zones(Estates.customDns(Healthy.snapshot(), Estates.HUB_DNS,
                        privateAnswer(Healthy.ENDPOINT_IP)), holding(10))).skipped().noRoot(),
                Row.of(check, "none is linked, one of three holds it", zones(open(), Healthy.zone(OTHER, List.of(), List.of()),
                        zone(Ids.ZONE, Healthy.ENDPOINT_IP), Healthy.zone(THIRD, List.of(), List.of()))).passes().root("zone.not-linked"),
                Row.of(check, "the records cannot be read", zones(lost, new PrivateZone(Ids.ZONE, Ids.ZONE_NAME, known(List.of(
                        Healthy.link(Ids.ZONE, Ids.APP))), Healthy.failed(Failure.Kind.DENIED, "A/read")))).unknown().root("dns.name-not-found"),
                Row.of(check, "there is no connection yet", zones(Healthy.snapshot().with("connections", known(List.of())).with("endpoints", Map.of()),
                        holding(10))).fails("zone.record-missing").root("connection.none"));
    }

    private static List<Row> recordRight() {
        String check = "zone.record-right";
        Snapshot stray = resolving(Healthy.snapshot(), privateAnswer(OLD));
        Snapshot both = resolving(Healthy.snapshot(), privateAnswer(Healthy.ENDPOINT_IP, OLD));
        return List.of(
                Row.of(check, "the old endpoint's address", zones(stray, holding(10, OLD))).fails("zone.record-wrong-ip")
                        .says("instead of 10.1.1.5").root("zone.record-wrong-ip"),
                Row.of(check, "right and old address", zones(both, holding(10, Healthy.ENDPOINT_IP, OLD))).fails("zone.record-extra-ip")
                        .says("beside 10.1.1.5").root("zone.record-extra-ip"),
                Row.of(check, "two networks with a zone each", Estates.twoNetworks()).passes().noRoot(),
                Row.of(check, "the same from outside both", Estates.twoNetworks().with("clientSubnet", Estates.onPremises().clientSubnet())
                        .with("client", Estates.onPremises().client())).passes(),
                Row.of(check, "two endpoints share a zone and the other wrote last", resolving(zones(Estates.twoNetworks(),
                        zone(Ids.ZONE, Estates.SPOKE_IP, Ids.APP, Estates.SPOKE)), privateAnswer(Estates.SPOKE_IP)))
                        .fails("zone.record-wrong-ip").root("zone.record-wrong-ip"),
                Row.of(check, "the endpoint cannot be read", zones(stray, holding(10, OLD)).with("endpoints",
                        Map.of(Ids.ENDPOINT, Healthy.failed(Failure.Kind.DENIED, "privateEndpoints/read")))).unknown(),
                Row.of(check, "no record", zones(stray, holding(10))).skipped());
    }

    private static List<Row> ttl() {
        String check = "zone.record-ttl";
        return List.of(
                Row.of(check, "an hour", zones(Healthy.snapshot(), holding(3600, Healthy.ENDPOINT_IP))).warns("zone.ttl-out-of-range")
                        .says("3600 seconds").noRoot(),
                Row.of(check, "nine seconds", zones(Healthy.snapshot(), holding(9, Healthy.ENDPOINT_IP))).warns("zone.ttl-out-of-range"),
                Row.of(check, "ten minutes", zones(Healthy.snapshot(), holding(600, Healthy.ENDPOINT_IP))).passes());
    }

    private static List<Row> fallback() {
        PrivateZone redirecting = Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP, "Completed", Optional.of("NxDomainRedirect"))),
                List.of(Healthy.record(10, Healthy.ENDPOINT_IP)));
        return List.of(Row.of("zone.no-fallback", "the link redirects", zones(Healthy.snapshot(), redirecting))
                .notes("zone.fallback-to-internet").noRoot());
    }

    private static List<Row> competing() {
        String check = "zone.one-claims";
        PrivateEndpoint writingElsewhere = Healthy.endpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, OTHER, Healthy.ENDPOINT_IP);
        Snapshot elsewhere = resolving(Healthy.snapshot(), Estates.nxdomain()).with("endpoints", Map.of(Ids.ENDPOINT, known(writingElsewhere)));
        return List.of(
                Row.of(check, "an unlinked zone has the record too", zones(Healthy.snapshot(), Healthy.zone(), zone(OTHER, Healthy.ENDPOINT_IP)))
                        .warns("zone.competing").says("linked to no network").noRoot(),
                Row.of(check, "another network's zone has a stale record", zones(Healthy.snapshot(), Healthy.zone(), zone(OTHER, OLD, Estates.SPOKE)))
                        .warns("zone.competing"),
                Row.of(check, "the zone group writes into another zone", zones(elsewhere, holding(10), zone(OTHER, Healthy.ENDPOINT_IP)))
                        .warns("zone.competing").says("pe-fabrikam writes into").root("zone.record-missing"),
                Row.of(check, "zones without the vault", zones(Healthy.snapshot(), Healthy.zone(), Healthy.zone(OTHER, List.of(), List.of()))).passes(),
                Row.of(check, "two networks with a zone each", Estates.twoNetworks()).passes());
    }

    private static List<Row> group() {
        String check = "zone.group-keeps-record";
        PrivateEndpoint plain = Healthy.plainEndpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, List.of(Healthy.ENDPOINT_IP), List.of(Healthy.ENDPOINT_IP));
        PrivateEndpoint unread = new PrivateEndpoint(plain.id(), plain.location(), plain.provisioningState(), plain.subnet(), plain.customDns(),
                plain.nicAddresses(), Healthy.failed(Failure.Kind.DENIED, "privateDnsZoneGroups/read"), plain.resourceGuid());
        return List.of(
                Row.of(check, "no zone group", Healthy.snapshot().with("endpoints", Map.of(Ids.ENDPOINT, known(plain)))).notes("zone.no-group").noRoot(),
                Row.of(check, "the zone groups cannot be read", Healthy.snapshot().with("endpoints", Map.of(Ids.ENDPOINT, known(unread)))).unknown());
    }
}
