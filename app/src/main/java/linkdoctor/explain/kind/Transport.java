package linkdoctor.explain.kind;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.known.ClientWords;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/**
 * What clients say when they do not come as far as the vault: proxy, TLS, DNS and connection, in the words of the
 * usual languages and tools. Such words belong to any service, so they count only where they stand near the vault's
 * name, or near no other service's.
 */
final class Transport {
    private static final String OVERLAPPING = "cannotbelinkedtomultiplezoneswithoverlappingnamespaces";
    /** A proxy's trouble is often told as one of DNS or TLS, and DNS's as one of the connection. */
    static final List<Kind> KINDS = List.of(
            kind(ClientWords.PROXY, Transport::proxy),
            kind(ClientWords.TLS, Transport::untrusted),
            kind(ClientWords.NO_TLS, Transport::noTls),
            kind(ClientWords.NO_DNS_ANSWER, Transport::noDnsAnswer),
            kind(ClientWords.NO_NAME, Transport::noName),
            new Kind(reading -> reading.says(OVERLAPPING), Transport::overlappingZones),
            kind(ClientWords.NO_CONNECTION, Transport::noConnection));

    private Transport() {
    }

    private static Kind kind(List<String> phrases, Function<Reading, Explanation> tells) {
        return new Kind(reading -> reading.ofKeyVault() && Aim.of(reading, phrases).filter(aim -> aim != Aim.OTHER).isPresent(), reading -> {
            Explanation told = tells.apply(reading);
            return Aim.of(reading, phrases).filter(Aim.SIGN_IN::equals).isPresent() ? signIn(reading, told.layer()) : told;
        });
    }

    /** The same trouble on the way to the sign-in: none of the checklist's findings, which are about the vault's name. */
    private static Explanation signIn(Reading reading, Layer layer) {
        String what = switch (layer) {
            case DNS -> "Its name does not resolve there.";
            case TLS -> "Its certificate is not trusted there, as behind a proxy that inspects traffic.";
            case PROXY -> "The proxy did not let the request through.";
            case NETWORK, IDENTITY, PERMISSION, THROTTLING, VAULT, NONE, UNKNOWN -> "No connection to it came about.";
        };
        return Telling.of(reading, layer, "The sign-in address cannot be reached",
                "The request for a token failed before " + Sentence.vault(reading) + " was asked for anything. " + what, Links.BEHIND_FIREWALL,
                Remedy.byHand("Let the machine reach the sign-in address",
                        "Open the way to it on port 443: Entra ID has no private endpoint, so it is reached over the Internet or a proxy.",
                        "Run " + command(reading) + " on that machine."));
    }

    private static Explanation proxy(Reading reading) {
        return Telling.of(reading, Layer.PROXY, "environment.proxy", "A proxy does not let the request through",
                "The client sent its request for " + Sentence.vault(reading) + " to a proxy, which did not open the way. Requests over a private "
                        + "endpoint should not go through a proxy at all: it resolves the name and connects from where it stands, normally "
                        + "the public side.", Links.DIAGNOSTICS,
                check(reading, "Take the vault out of the proxy",
                        "Add .vault.azure.net to NO_PROXY, or *.vault.azure.net to Java's http.nonProxyHosts; some programs take the "
                                + "names with a leading dot only."));
    }

    private static Explanation untrusted(Reading reading) {
        return Telling.of(reading, Layer.TLS, "healthstatus.untrusted-tls",
                "The client refused the certificate that it was shown for " + Sentence.vault(reading) + ".",
                check(reading, "See who signed the certificate",
                        "When a proxy or firewall signs traffic anew, have it pass the vault's names through untouched; adding its root to "
                                + "the client is the second best.",
                        "When the name in the certificate differs, the name led to another server than Key Vault."));
    }

    private static Explanation noTls(Reading reading) {
        return Telling.of(reading, Layer.TLS, "healthstatus.unreachable",
                "The connection to " + Sentence.vault(reading) + " broke while TLS was agreed on.",
                check(reading, "See who ends the connection",
                        "A proxy or firewall on the way that inspects or blocks traffic is the usual one.",
                        "Key Vault takes TLS 1.2 and newer alone: an old program may offer less."));
    }

    private static Explanation noName(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.name-not-found",
                "The client asked DNS for the name of " + Sentence.vault(reading) + " and got no address.",
                check(reading, "See where the name gets lost",
                        "Check the name itself first; then whether a private zone that the client's network is linked to lacks the vault's record."));
    }

    private static Explanation noDnsAnswer(Reading reading) {
        return Telling.of(reading, Layer.DNS, "dns.server-failed",
                "The client asked DNS for the name of " + Sentence.vault(reading) + " and no server gave an answer.",
                check(reading, "See which DNS server fails",
                        "Check that the client's DNS servers run, are reachable on port 53 and can forward to Azure DNS."));
    }

    private static Explanation overlappingZones(Reading reading) {
        return Telling.of(reading, Layer.DNS, "zone.competing", "The network is linked to another zone of the same name already",
                "Azure refused to link the network to a zone, because a network can be linked to one zone of a name only, and this one has its "
                        + "link to another. Questions from it go to that other zone, whatever a second zone holds.", Links.ZONE_LINKS,
                Remedy.byHand("Use the zone that is linked",
                        "Open the network's linked zone and have the private endpoint's zone group write its record there; remove the second "
                                + "zone, or move the link when the first one is not needed."));
    }

    private static Explanation noConnection(Reading reading) {
        return Telling.of(reading, Layer.NETWORK, "healthstatus.unreachable",
                "The client got no connection to " + Sentence.vault(reading) + ", or no answer on it in time.",
                check(reading, "See where the connection ends",
                        "From the client, test TCP port 443 of the address that the name resolves to; with a private address, look at peering, "
                                + "routes, firewalls on the way and the network security group of the endpoint's subnet."));
    }

    private static Remedy check(Reading reading, String summary, String... more) {
        return Remedy.byHand(summary, Stream.concat(Stream.of("On the machine that failed, run " + command(reading) + "."), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String command(Reading reading) {
        return "linkdoctor check " + reading.vault().orElse("VAULT");
    }
}
