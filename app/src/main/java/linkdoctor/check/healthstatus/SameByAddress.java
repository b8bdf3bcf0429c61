package linkdoctor.check.healthstatus;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.remedy.Remedy;

/** The request straight to the endpoint's address is the yardstick for the one by name. */
public final class SameByAddress implements Check {
    private static final Finding DIFFERS = Finding.fail("healthstatus.name-differs-from-ip",
            "By name and by address the request takes different ways",
            "The endpoint works, for the request to its address arrives, but the name leads elsewhere. Usually the name resolves "
                    + "to another address, or a proxy takes requests by name.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "healthstatus.same-by-address";
    }

    @Override
    public String title() {
        return "By name and by address the request takes the same way";
    }

    @Override
    public List<Finding> findings() {
        return List.of(DIFFERS);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.info(facts, (live, info) -> {
            List<Map.Entry<Ip, LiveRequest>> answered = facts.byAddress().entrySet().stream()
                    .filter(one -> Arrival.info(one.getValue()).isPresent()).sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).toList();
            if (Arrival.of(facts, live).filter(Arrival.UNTOLD::equals).isPresent()) {
                return Outcome.skipped("By name Key Vault did not say where the request came from, so there is nothing to compare.");
            }
            if (answered.isEmpty()) {
                return Outcome.skipped("No request to an endpoint's address was answered, so there is nothing to compare with.");
            }
            boolean same = answered.stream().anyMatch(one -> same(facts, live, one.getValue())) || throughItsOwnProxy(facts, live, info);
            Map.Entry<Ip, LiveRequest> first = answered.getFirst();
            String said = "By name Key Vault saw the request " + ByName.seen(info) + ", by address " + first.getKey() + " "
                    + ByName.seen(Arrival.info(first.getValue()).orElseThrow()) + ".";
            Outcome outcome = same ? Outcome.pass(said) : Outcome.problem(DIFFERS, said,
                    Remedy.byHand("Let the name lead where the address leads",
                            "See what the name resolves to, and whether a proxy takes the request."));
            return outcome.because(answered.stream().flatMap(one -> one.getValue().answer().evidence().stream()).toList());
        });
    }

    private static boolean same(Snapshot facts, LiveRequest byName, LiveRequest byAddress) {
        Arrival name = Arrival.of(facts, byName).orElseThrow();
        Arrival address = Arrival.of(facts, byAddress).orElseThrow();
        NetworkInfo one = Arrival.info(byName).orElseThrow();
        NetworkInfo two = Arrival.info(byAddress).orElseThrow();
        boolean endpoints = one.privateEndpoint().isEmpty() || two.privateEndpoint().isEmpty()
                || one.privateEndpoint().equals(two.privateEndpoint());
        return endpoints && (name == address || name.overPrivateLink() && address.overPrivateLink());
    }

    /** A proxy that stands in a network with an endpoint of its own is a way as good as the direct one. */
    private static boolean throughItsOwnProxy(Snapshot facts, LiveRequest byName, NetworkInfo info) {
        return byName.proxy().isPresent() && info.privateEndpoint().filter(endpoint -> facts.connections().known().stream()
                .flatMap(List::stream).filter(Connection::effective).anyMatch(one -> one.endpoint().filter(endpoint::equals).isPresent())).isPresent();
    }
}
