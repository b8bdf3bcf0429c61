package linkdoctor.explain.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.Ip;

/** The vault refuses where the request comes from. It asks this first, so nothing is known of identity and rights. */
final class Denied {
    /** The audit log puts the address in between. */
    private static final Pattern ADDRESS_NOT_AUTHORISED = Pattern.compile("clientaddress(?:\\([^)]{0,60}\\)?)?isnotauthorized");
    private static final Pattern LOGGED = Pattern.compile("isaddressauthorized(?:_b)?\"?[:=]?\"?false");

    static final List<Kind> KINDS = List.of(
            new Kind(reading -> reading.inner("ForbiddenByConnection") || !reading.inner("ForbiddenByFirewall") && byConnection(reading),
                    reading -> connection(own(reading))),
            new Kind(reading -> reading.inner("ForbiddenByFirewall") || byFirewall(reading), reading -> firewall(own(reading))),
            new Kind(reading -> reading.says("networkacls.iprules") && reading.says("forbiddenrange", "privateipaddress"), Denied::privateRule));

    private Denied() {
    }

    private static Reading own(Reading reading) {
        return reading.inner("ForbiddenByConnection", "ForbiddenByFirewall") ? reading : reading.withoutInnerCode();
    }

    private static boolean byConnection(Reading reading) {
        return reading.says("connectionisnotanapprovedprivatelink", "notfromatrustedservicenorviaanapprovedprivatelink",
                "publicnetworkaccessisdisabledandrequestisnotfrom");
    }

    private static boolean byFirewall(Reading reading) {
        return reading.says("requestwasnotallowedbynsprules", "callerisnotatrustedservice", "callerwasignoredbecausebypassissetto")
                || ADDRESS_NOT_AUTHORISED.matcher(reading.text().lower()).find()
                || reading.ofKeyVault() && LOGGED.matcher(reading.text().lower()).find();
    }

    private static Explanation connection(Reading reading) {
        String said = refusal(reading, " because it came over no approved private link while public access is disabled")
                + callers(reading) + subnet(reading);
        return Telling.of(reading, Layer.NETWORK, "access.connection-denied", said, Repairs.privateLink(reading,
                "Rules for addresses do nothing while public access is disabled, and letting trusted services in does not help this caller."),
                Repairs.lookAtGates(reading));
    }

    private static Explanation firewall(Reading reading) {
        String said = refusal(reading, " by its firewall: no rule lets " + reading.clientAddress().orElse("the client's address") + " in")
                + callers(reading) + subnet(reading);
        return Telling.of(reading, Layer.NETWORK, "access.firewall-denied", said, Repairs.privateLink(reading,
                "Private addresses cannot be entered in the firewall, and need not be."), Repairs.letIn(reading), Repairs.lookAtGates(reading));
    }

    private static String refusal(Reading reading, String why) {
        return Sentence.theVault(reading) + " refused the request of " + Sentence.caller(reading.caller()) + Sentence.from(reading)
                + Sentence.forWhat(reading) + why + Sentence.inner(reading) + ".";
    }

    /** The vault lets what it calls trusted services pass, and says when it did not even look whether this is one. */
    private static String callers(Reading reading) {
        return reading.says("bypassissettonone") ? " The vault makes no exception for trusted services either (bypass is None)." : "";
    }

    private static String subnet(Reading reading) {
        Optional<Ip> inside = reading.client().filter(ip -> ip.rfc1918() || ip.carrierNat());
        return reading.says("fromunknownsubnet") || inside.isPresent()
                ? " The request came by a service endpoint of a subnet that the vault's rules do not list; a service endpoint is not private "
                        + "link." : "";
    }

    private static Explanation privateRule(Reading reading) {
        return Telling.of(reading, Layer.NETWORK, "firewall.rules-unneeded", "The vault's firewall takes no private addresses",
                Sentence.theVault(reading) + " was to get a firewall rule for private addresses, and Azure takes public IPv4 ranges alone. "
                        + "Such a rule is not "
                        + "needed: over a private endpoint no rule is asked.", Links.NETWORK_SECURITY,
                Repairs.privateLink(reading, "Leave the private range out of the rules."));
    }
}
