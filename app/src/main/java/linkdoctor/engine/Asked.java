package linkdoctor.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.monitor.AuditWish;

/**
 * How the user asked to look at a vault.
 *
 * @param signIn     how to sign in
 * @param tenant     the tenant to sign in to; empty takes the vault's own
 * @param caFile     extra trusted roots, in PEM form
 * @param dnsServers DNS servers to ask beside those found
 * @param repeats    how often to ask each DNS server
 * @param timeout    bound on the whole
 * @param principals object ids of others whose rights to look at
 * @param scenario   the lab's scenario to look at in place of the real world
 * @param audit      what is wanted of the audit log
 */
public record Asked(SignIn signIn, Optional<String> tenant, Optional<Path> caFile, List<DnsServer> dnsServers,
                    int repeats, Duration timeout, List<String> principals, Optional<String> scenario, AuditWish audit) {
    public Asked {
        dnsServers = List.copyOf(dnsServers);
        principals = List.copyOf(principals);
    }

    /** Without the audit log. */
    public Asked(SignIn signIn, Optional<String> tenant, Optional<Path> caFile, List<DnsServer> dnsServers, int repeats, Duration timeout,
                 List<String> principals, Optional<String> scenario) {
        this(signIn, tenant, caFile, dnsServers, repeats, timeout, principals, scenario, AuditWish.NONE);
    }

    /** The ways to sign in. */
    public enum SignIn {
        /** Browser, or device code where none can open; in the lab, its practice account. */
        USUAL,
        BROWSER,
        DEVICE_CODE,
        CLI,
        MANAGED_IDENTITY,
        ENVIRONMENT,
        /** Not at all: only what needs no rights. */
        NONE
    }
}
