package linkdoctor.check.privateip;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.azure.PrivateEndpoint;

/** Endpoints and their addresses in words, and what is known of them. */
final class Addresses {
    private Addresses() {
    }

    static String text(List<Ip> addresses) {
        return addresses.stream().sorted().distinct().map(Ip::toString).collect(Collectors.joining(", "));
    }

    static List<PrivateEndpoint> sorted(List<PrivateEndpoint> endpoints) {
        return endpoints.stream().sorted(Comparator.comparing(one -> one.id().text())).toList();
    }

    static List<Evidence> evidence(List<PrivateEndpoint> endpoints) {
        return sorted(endpoints).stream().flatMap(one -> Stream.concat(one.nicAddresses().evidence().stream(),
                one.zoneGroups().evidence().stream())).toList();
    }
}
