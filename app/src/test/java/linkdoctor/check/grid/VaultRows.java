package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.gap;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.lookup;
import static linkdoctor.check.Healthy.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;

/** The grid's rows of section 0: whether the vault exists. */
public final class VaultRows {
    private static final DnsAnswer NXDOMAIN = Healthy.answer("NXDOMAIN", List.of());
    private static final Ip COMPANY_DNS = Ip.of("10.0.0.10");

    private VaultRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("vault.name-valid", "two characters", named("kv")).fails("vault.name-invalid").root("vault.name-invalid"),
                Row.of("vault.name-valid", "25 characters", named("a234567890123456789012345")).fails("vault.name-invalid"),
                Row.of("vault.name-valid", "24 characters", named("a23456789012345678901234")).passes(),
                Row.of("vault.name-valid", "an underscore", named("fabri_kam")).fails("vault.name-invalid").says("fabri_kam"),
                Row.of("vault.name-valid", "a digit first", named("1fabrikam")).fails("vault.name-invalid"),
                Row.of("vault.name-valid", "a hyphen last", named("fabrikam-")).fails("vault.name-invalid"),
                Row.of("vault.name-valid", "two hyphens", named("fabri--kam")).fails("vault.name-invalid"),
                Row.of("vault.name-valid", "capitals", named("FabriKam")).passes(),
                Row.of("vault.exists", "with an impossible name, there is nothing to look for", named("fabri--kam")).skipped(),

                Row.of("vault.exists", "nobody knows the name", gone(search(List.of()))).fails("vault.not-found").root("vault.not-found"),
                Row.of("vault.readable", "nobody knows the name", gone(search(List.of()))).skipped(),
                Row.of("vault.exists", "the public DNS does not know it, though a subscription is unread",
                        gone(search(List.of(gap("subscription hub"))))).fails("vault.not-found"),
                Row.of("vault.exists", "a company's DNS server alone does not know it, and a subscription is unread",
                        gone(search(List.of(gap("subscription hub")))).with("lookups", List.of(lookup(COMPANY_DNS, DnsServer.Role.SYSTEM, NXDOMAIN))))
                        .unknown().says("subscription hub"),
                Row.of("vault.exists", "NXDOMAIN behind the private link alias: the public name is there",
                        gone(search(List.of(gap("subscription hub")))).with("lookups", List.of(lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM,
                                Healthy.answer("NXDOMAIN", List.of("fabrikam." + Ids.ZONE_NAME)))))).unknown(),
                Row.of("vault.exists", "no DNS, but every subscription was read", gone(search(List.of())).with("lookups", List.of()))
                        .fails("vault.not-found"),
                Row.of("vault.exists", "no subscription can be read and DNS is silent",
                        gone(new VaultSearch(Optional.empty(), Optional.empty(), Listing.whole(List.of()))).with("lookups", List.of())).unknown(),
                Row.of("vault.exists", "in another subscription, as its challenge proves", elsewhere()).passes().says(Ids.TENANT).noRoot(),
                Row.of("vault.readable", "in another subscription, as its challenge proves", elsewhere()).unknown(),
                Row.of("vault.exists", "in another subscription, as its public alias proves", elsewhere().with("challenge", failed(Failure.Kind.TIMEOUT, ""))
                        .with("lookups", List.of(lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, Healthy.publicAnswerWithoutAlias())))).passes(),
                Row.of("vault.exists", "a record in a company's own zone proves nothing", elsewhere().with("challenge", failed(Failure.Kind.TIMEOUT, ""))
                        .with("lookups", List.of(lookup(COMPANY_DNS, DnsServer.Role.SYSTEM, Healthy.answer("NOERROR", List.of(), Healthy.ENDPOINT_IP)))))
                        .unknown(),
                Row.of("vault.exists", "without a sign-in, the challenge proves it", unsigned()).passes(),
                Row.of("vault.readable", "without a sign-in", unsigned()).unknown(),
                Row.of("vault.readable", "the one subscription cannot be read just now", withoutVault(new VaultSearch(Optional.empty(), Optional.empty(),
                        new Listing<>(List.of(), List.of(new Gap("subscription hub", Failure.of(Failure.Kind.THROTTLED, "Azure answered 429.")))))))
                        .unknown().says("429"),
                Row.of("vault.exists", "without a sign-in and with an unknown name", gone(search(List.of())).with("vault", failed(Failure.Kind.NOT_SIGNED_IN,
                        "a sign-in"))).unknown(),

                Row.of("vault.exists", "soft-deleted", deleted(Optional.of(true))).fails("vault.soft-deleted").says("2026-05-01T08:00:00Z, in 59 days; purge protection is on").root("vault.soft-deleted"),
                Row.of("vault.exists", "soft-deleted, protection unread", deleted(Optional.empty())).fails("vault.soft-deleted"),
                Row.of("vault.readable", "soft-deleted", deleted(Optional.of(false))).skipped(),

                Row.of("vault.readable", "nothing answers at all", silent(Failure.Kind.UNREACHABLE)).fails("vault.unreadable"),
                Row.of("vault.readable", "nobody is signed in and DNS is silent", silent(Failure.Kind.NOT_SIGNED_IN)
                        .with("lookups", List.of(Estates.silent(Ip.AZURE_DNS, DnsServer.Role.SYSTEM)))).unknown().root("dns.server-failed"),
                Row.of("vault.readable", "nobody is signed in and there is no DNS server", silent(Failure.Kind.NOT_SIGNED_IN)).fails("vault.unreadable"),
                Row.of("vault.readable", "the run was cancelled before anything answered", silent(Failure.Kind.CANCELLED)).unknown(),
                Row.of("vault.readable", "Azure refuses, DNS answers", snapshot().with("vault", failed(Failure.Kind.DENIED, "Reader"))).unknown());
    }

    private static Snapshot named(String name) {
        return gone(search(List.of())).with("target", new Target(name, name, Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Nothing is known of the vault by Azure, DNS or itself. */
    private static Snapshot gone(VaultSearch search) {
        return withoutVault(search).with("challenge", failed(Failure.Kind.UNREACHABLE, "")).with("dataPlane", Probed.notTried("There is no vault."))
                .with("byName", failed(Failure.Kind.UNREACHABLE, "")).with("byAddress", Map.of())
                .with("systemResolution", failed(Failure.Kind.NOT_FOUND, ""))
                .with("lookups", List.of(lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, NXDOMAIN)));
    }

    private static Snapshot elsewhere() {
        return withoutVault(search(List.of()));
    }

    private static Snapshot withoutVault(VaultSearch search) {
        Snapshot facts = snapshot().with("vault", known(search)).with("endpoints", Map.of());
        for (String behind : List.of("connections", "requiredZones", "rights", "diagnostics", "policies", "perimeter")) {
            facts = facts.with(behind, Probed.notTried("The vault was not found."));
        }
        return facts;
    }

    private static Snapshot unsigned() {
        Snapshot facts = snapshot().with("identity", Probed.notTried("--no-sign-in was given.")).with("endpoints", Map.of());
        for (String behind : List.of("vault", "connections", "requiredZones", "networks", "clientSubnet", "zones", "rights", "diagnostics",
                "policies", "perimeter", "dataPlane")) {
            facts = facts.with(behind, failed(Failure.Kind.NOT_SIGNED_IN, "a sign-in"));
        }
        return facts;
    }

    private static Snapshot deleted(Optional<Boolean> purgeProtection) {
        return gone(new VaultSearch(Optional.empty(), Optional.of(new DeletedVault(Ids.VAULT, "eastus", "2026-02-01T08:00:00Z",
                "2026-05-01T08:00:00Z", purgeProtection)), Listing.whole(Healthy.subscriptions())));
    }

    private static Snapshot silent(Failure.Kind kind) {
        return gone(search(List.of())).with("vault", failed(kind, "")).with("lookups", List.of());
    }

    private static VaultSearch search(List<Gap> gaps) {
        return new VaultSearch(Optional.empty(), Optional.empty(), new Listing<>(Healthy.subscriptions(), gaps));
    }
}
