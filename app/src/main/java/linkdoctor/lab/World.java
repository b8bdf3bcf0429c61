package linkdoctor.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;

/**
 * What the practice Azure holds beside ARM's resources: the client machine, who can sign in, the DNS servers and
 * their faults. A scenario sets it up; it does not change while the lab runs.
 *
 * @param client     the machine that looks
 * @param accounts   who can sign in
 * @param dnsServers DNS servers other than Azure's own 168.63.129.16, which is always there
 * @param publicNames vaults that exist publicly without being in the estate: name to public address
 * @param faults     what goes wrong, in the order given
 * @param latency    how long an answer takes, by service: arm, entra, vault, imds, dns, tls
 */
public record World(ClientMachine client, List<Account> accounts, List<NameServer> dnsServers,
                    Map<String, Ip> publicNames, List<Fault> faults, Map<String, Duration> latency) {

    /** Where every vault of the practice Azure answers publicly (the address of the guide's examples). */
    public static final Ip VAULT_PUBLIC = Ip.of("52.168.109.101");

    /**
     * @param subnet      the subnet it is in; empty when it is outside Azure
     * @param publicIp    the address its requests leave to the Internet with
     * @param resolvers   the servers its resolver asks; the network's own when empty
     * @param hosts       text of its hosts file
     * @param environment its environment variables
     * @param mac         MAC address of its interface, as IMDS and ARM write it
     */
    public record ClientMachine(List<Ip> addresses, Optional<ResourceId> subnet, Ip publicIp, List<Ip> resolvers,
                                String hosts, Map<String, String> environment, String mac) {
    }

    /**
     * @param kind   user, app, machine (a managed identity, whose tokens IMDS gives), or group, which nobody signs in as
     * @param login  user principal name or client id
     * @param secret password or client secret
     * @param denied scopes and actions that ARM refuses: {@code ACTION-PREFIX @ ID-PREFIX}, for example
     *               {@code Microsoft.Network/privateDnsZones @ /subscriptions/…}; {@code Microsoft.Graph} keeps the directory shut
     * @param home   the tenant that a guest comes from
     */
    public record Account(String kind, String login, String secret, String tenant, String objectId, String appId,
                          String displayName, List<String> groups, List<String> denied, Optional<String> home) {

        /** Somebody who is at home in the tenant. */
        public Account(String kind, String login, String secret, String tenant, String objectId, String appId,
                       String displayName, List<String> groups, List<String> denied) {
            this(kind, login, secret, tenant, objectId, appId, displayName, groups, denied, Optional.empty());
        }

        /** The same account with another right taken away. */
        public Account without(String rule) {
            return new Account(kind, login, secret, tenant, objectId, appId, displayName, groups, plus(denied, rule), home);
        }

        /** The same account in another tenant. */
        public Account in(String other) {
            return new Account(kind, login, secret, other, objectId, appId, displayName, groups, denied, home);
        }

        /** The same account as a member of a group. */
        public Account memberOf(String group) {
            return new Account(kind, login, secret, tenant, objectId, appId, displayName, plus(groups, group), denied, home);
        }

        /** The same account as a guest from another tenant. */
        public Account guestFrom(String other) {
            return new Account(kind, login, secret, tenant, objectId, appId, displayName, groups, denied, Optional.of(other));
        }

        private static List<String> plus(List<String> all, String one) {
            return Stream.concat(all.stream(), Stream.of(one)).toList();
        }
    }

    /**
     * A custom DNS server.
     *
     * @param network  the virtual network it stands in: its questions to Azure DNS are answered as from there;
     *                 empty when it stands outside Azure
     * @param forwards whether it forwards to Azure DNS; else it asks the public DNS
     */
    public record NameServer(Ip ip, Optional<ResourceId> network, boolean forwards) {
    }

    /**
     * Something that goes wrong.
     *
     * @param service arm, entra, vault, imds, dns, tls, proxy, logs
     * @param where   which of its answers: a part of the URL path, a DNS server's address, or {@code *}
     * @param what    for HTTP: a status, {@code hang}, {@code reset}, {@code half}, {@code garbage}; for DNS: drop,
     *                refuse, servfail, truncate, wrong-id, nxdomain, flaky; for TLS: the issuer that an inspecting
     *                proxy signs with
     * @param detail  Retry-After seconds, an error code, how often (flaky) and the like; may be empty
     */
    public record Fault(String service, String where, String what, String detail) {
    }
}
