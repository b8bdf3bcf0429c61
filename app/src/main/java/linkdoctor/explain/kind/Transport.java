package linkdoctor.explain.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/**
 * What clients say when they do not come as far as the vault: proxy, TLS, DNS and connection, in the words of the
 * usual languages and tools. Such words belong to any service, so they count only where they stand near the vault's
 * name, or near no other service's.
 */
final class Transport {
    private static final int NEAR = 400;
    private static final List<String> VAULTS = List.of(".vault.azure.", "vaultcore.azure.", ".vault.usgovcloudapi.", "vaultcore.usgovcloudapi.", ".managedhsm.azure.");
    private static final List<String> SIGN_IN = List.of("login.microsoftonline.", "login.windows.net", "login.chinacloudapi.", "login.partner.microsoftonline.");
    private static final List<String> OTHERS = Stream.concat(SIGN_IN.stream(), Stream.of("management.azure.com", "management.core.", "management.usgovcloudapi.",
            "management.chinacloudapi.", "graph.microsoft.com", "169.254.169.254", "localhost:", "127.0.0.1", ".blob.core.", ".queue.core.", ".table.core.", ".file.core.",
            ".dfs.core.", ".database.windows.net", ".documents.azure.", ".servicebus.windows.net", ".azurecr.io", ".azconfig.io", "dev.azure.com", "registry.terraform.io",
            "github.com", "amazonaws.com", "googleapis.com", "mcr.microsoft.com", "pypi.org", "npmjs.org", "nuget.org", ".redis.cache.", ".openai.azure.com", ".azurewebsites.net")).toList();

    private static final List<String> PROXY = List.of("proxyauthenticationrequired", "proxyconnecttcp", "cannotconnecttoproxy", "unabletoconnecttoproxy",
            "proxyerror(", "tunnelconnectionfailed", "unabletotunnelthroughproxy", "connecttunnelfailed", "err_tunnel_connection_failed", "err_proxy_connection_failed",
            "proxyconnectionrefused", "theproxytunnelrequest", "couldnotresolveproxy", "establishingproxytunnel", "receivedhttpcode407", "httpcode403fromproxy");
    private static final List<String> TLS = List.of("certificatesignedbyunknownauthority", "certificate_verify_failed", "certificateverifyfailed",
            "failedtoverifycertificate", "selfsignedcertificate", "self-signedcertificate", "self_signed_cert", "unabletogetlocalissuercertificate",
            "unable_to_get_issuer_cert", "unable_to_verify_leaf_signature", "unabletoverifythefirstcertificate", "pkixpathbuildingfailed", "validcertificationpath",
            "theremotecertificateisinvalid", "remotecertificatenamemismatch", "remotecertificatechainerrors", "couldnotestablishtrustrelationship",
            "x509:certificate", "certificatehasexpired", "hostnamemismatch", "err_tls_cert_altname_invalid", "nosubjectalternativedns", "peercertificatecannotbeauthenticated");
    private static final List<String> NO_NAME = List.of("nosuchhost", "nameorservicenotknown", "nodenamenorservnameprovided", "getaddrinfoenotfound", "code:\"enotfound\"", "queryaenotfound", "unknownhostexception",
            "theremotenamecouldnotberesolved", "nameresolutionfailure", "couldnotresolvehost", "failedtoresolve\"", "getaddrinfofailed", "nxdomain", "non-existentdomain",
            "noaddressassociatedwithhostname", "dnsnamedoesnotexist", "nodatarecord");
    private static final List<String> NO_DNS_ANSWER = List.of("temporaryfailureinnameresolution", "eai_again", "servermisbehaving", "servfail", "dnsrequesttimedout",
            ":53:i/otimeout", "connectiontimedout;noserverscouldbereached", "noserverscouldbereached", "dnsservercouldnotbecontacted");
    private static final List<String> NO_CONNECTION = List.of("contextdeadlineexceeded", "connectiontimedout", "connecttimedout", "connecttimeout", "connectetimedout", "code:\"etimedout\"",
            ":443:i/otimeout", "connectionrefused", "econnrefused", "activelyrefusedit", "noroutetohost", "networkisunreachable", "ehostunreach", "enetunreach", "connectionreset",
            "econnreset", "connectionwasforciblyclosed", "connectedpartydidnotproperlyrespond", "client.timeoutexceededwhileawaitingheaders",
            "unabletoconnecttotheremoteserver", "couldnotconnecttoserver", "failedtoestablishanewconnection", "tlshandshaketimeout", "requesttimedout", "operationhastimedout");

    static final List<Kind> KINDS = List.of(kind(PROXY, Transport::proxy), kind(TLS, Transport::tls), kind(NO_DNS_ANSWER, Transport::noDnsAnswer),
            kind(NO_NAME, Transport::noName), new Kind(reading -> reading.says("cannotbelinkedtomultiplezoneswithoverlappingnamespaces"), Transport::overlappingZones),
            kind(NO_CONNECTION, Transport::noConnection));

    private Transport() {
    }

    /** Which service a phrase is about. */
    private enum Aim { VAULT, SIGN_IN, OTHER, UNTOLD }

    private static Kind kind(List<String> phrases, Function<Reading, Explanation> tells) {
        return new Kind(reading -> aim(reading, phrases).filter(aim -> aim == Aim.VAULT || aim == Aim.SIGN_IN || aim == Aim.UNTOLD).isPresent()
                && reading.ofKeyVault(), reading -> aim(reading, phrases).filter(Aim.SIGN_IN::equals).isPresent() ? signIn(reading, tells.apply(reading)) : tells.apply(reading));
    }

    /** The best that any of the phrases is about; a phrase that is about another service says nothing. */
    private static Optional<Aim> aim(Reading reading, List<String> phrases) {
        String text = reading.text().lower();
        return phrases.stream().flatMap(phrase -> IntStream.iterate(text.indexOf(phrase), at -> at >= 0, at -> text.indexOf(phrase, at + phrase.length()))
                .limit(50).mapToObj(at -> aim(text, at, at + phrase.length()))).min(Comparator.naturalOrder());
    }

    private static Aim aim(String text, int from, int to) {
        int start = Math.max(0, from - NEAR);
        String around = text.substring(start, Math.min(text.length(), to + NEAR));
        int vault = distance(around, VAULTS, from - start, to - start);
        int signIn = distance(around, SIGN_IN, from - start, to - start);
        int other = distance(around, OTHERS, from - start, to - start);
        int nearest = Math.min(vault, Math.min(signIn, other));
        return nearest == Integer.MAX_VALUE ? Aim.UNTOLD : vault == nearest ? Aim.VAULT : signIn == nearest ? Aim.SIGN_IN : Aim.OTHER;
    }

    private static int distance(String around, List<String> names, int from, int to) {
        int nearest = Integer.MAX_VALUE;
        for (String name : names) {
            for (int at = around.indexOf(name); at >= 0; at = around.indexOf(name, at + 1)) {
                nearest = Math.min(nearest, at < from ? from - at : Math.max(0, at - to));
            }
        }
        return nearest;
    }

    /** The same trouble on the way to the sign-in: none of the checklist's findings, which are about the vault's name. */
    private static Explanation signIn(Reading reading, Explanation about) {
        return Telling.of(reading, about.layer(), "The sign-in address cannot be reached",
                "The request for a token failed before " + Sentence.vault(reading) + " was asked for anything. " + what(about.layer()), Links.BEHIND_FIREWALL,
                Remedy.byHand("Let the machine reach the sign-in address", "Open the way to the sign-in address on port 443: Entra ID has no private endpoint, so it is reached over the Internet or a proxy.",
                        "Run linkdoctor check " + reading.vault().orElse("VAULT") + " on that machine."));
    }

    private static String what(Layer layer) {
        return switch (layer) {
            case DNS -> "Its name does not resolve there.";
            case TLS -> "Its certificate is not trusted there, as behind a proxy that inspects traffic.";
            case PROXY -> "The proxy did not let the request through.";
            case NETWORK, IDENTITY, PERMISSION, THROTTLING, VAULT, NONE, UNKNOWN -> "No connection to it came about.";
        };
    }

    private static Explanation proxy(Reading reading) {
        return Telling.of(reading, Layer.PROXY, "environment.proxy", "A proxy does not let the request through",
                "The client sent its request for " + Sentence.vault(reading) + " to a proxy, which did not open the way. Requests over a private endpoint should not go through a "
                        + "proxy at all: it resolves the name and connects from where it stands, normally the public side.", Links.DIAGNOSTICS,
                check(reading, "Take the vault out of the proxy", "Add .vault.azure.net to NO_PROXY, or *.vault.azure.net to Java's http.nonProxyHosts; some programs take the names with a leading dot only."));
    }

    private static Explanation tls(Reading reading) {
        return Telling.of(reading, Layer.TLS, "healthstatus.untrusted-tls", "The client refused the certificate that it was shown for " + Sentence.vault(reading)
                + ".", check(reading, "See who signed the certificate", "When a proxy or firewall signs traffic anew, have it pass the vault's names through untouched; adding its root to the client is the second best.",
                "When the name in the certificate differs, the name led to another server than Key Vault."));
    }

    private static Explanation noName(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.name-not-found", "The client asked DNS for the name of " + Sentence.vault(reading) + " and got no address.",
                check(reading, "See where the name gets lost", "Check the name itself first; then whether a private zone that the client's network is linked to lacks the vault's record."));
    }

    private static Explanation noDnsAnswer(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.server-failed", "The client asked DNS for the name of " + Sentence.vault(reading) + " and no server gave an answer.",
                check(reading, "See which DNS server fails", "Check that the client's DNS servers run, are reachable on port 53 and can forward to Azure DNS."));
    }

    private static Explanation overlappingZones(Reading reading) {
        return Telling.of(reading, Layer.DNS, "zone.competing", "The network is linked to another zone of the same name already",
                "Azure refused to link the network to a zone, because a network can be linked to one zone of a name only, and this one has its link to another. Questions from it go "
                        + "to that other zone, whatever a second zone holds.", Links.ZONE_LINKS,
                Remedy.byHand("Use the zone that is linked", "Open the network's linked zone and have the private endpoint's zone group write its record there; "
                        + "remove the second zone, or move the link when the first one is not needed."));
    }

    private static Explanation noConnection(Reading reading) {
        return Telling.of(reading, Layer.NETWORK, "healthstatus.unreachable", "The client got no connection to " + Sentence.vault(reading) + ", or no answer on it in time.",
                check(reading, "See where the connection ends", "From the client, test TCP port 443 of the address that the name resolves to; with a private address, look at peering, routes, firewalls on the way "
                        + "and the network security group of the endpoint's subnet."));
    }

    private static Remedy check(Reading reading, String summary, String... more) {
        return Remedy.byHand(summary, Stream.concat(Stream.of("On the machine that failed, run linkdoctor check " + reading.vault().orElse("VAULT") + "."), Stream.of(more)).toArray(String[]::new));
    }
}
