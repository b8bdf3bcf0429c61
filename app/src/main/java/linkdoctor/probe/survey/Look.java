package linkdoctor.probe.survey;

import java.time.Duration;
import java.util.List;

import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.monitor.AuditWish;

/**
 * How a survey is to look.
 *
 * @param extraServers DNS servers to ask beside those found
 * @param repeats      how often each server is asked
 * @param timeout      bound on the whole
 * @param signInPatience how long a person may take to sign in without it counting as time of the run; zero when nobody is asked
 * @param principals     object ids of others than the caller whose rights to look at
 * @param tenantGiven  whether the tenant is known without asking the vault, so that sign-in need not wait for its challenge
 * @param audit what is wanted of the audit log
 */
public record Look(List<DnsServer> extraServers, int repeats, Duration timeout, Duration signInPatience, boolean tenantGiven,
                   List<String> principals, AuditWish audit) {
    public Look {
        extraServers = List.copyOf(extraServers);
        principals = List.copyOf(principals);
    }

    /** The same with the audit log read. */
    Look withAuditLog() {
        return new Look(extraServers, repeats, timeout, signInPatience, tenantGiven, principals, audit.wanted());
    }
}
