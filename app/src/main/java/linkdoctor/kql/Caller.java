package linkdoctor.kql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;

/**
 * Whose requests are asked for: those of any of these identities, and those from any of these addresses. A request that was
 * refused for where it came from may be logged without its identity, so both count.
 *
 * @param ids       object ids, or ids of applications
 * @param addresses as the service saw them
 */
public record Caller(List<String> ids, List<Ip> addresses) {
    /** Everybody. */
    public static final Caller ANYBODY = new Caller(List.of(), List.of());
    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    public Caller {
        ids = List.copyOf(ids);
        addresses = List.copyOf(addresses);
    }

    /** The one that somebody typed: an address, or an id. */
    public static Optional<Caller> typed(String text) {
        Optional<Ip> address = Ip.typed(text);
        return address.isPresent() ? address.map(ip -> new Caller(List.of(), List.of(ip)))
                : GUID.matcher(text.strip()).matches() ? Optional.of(new Caller(List.of(text.strip()), List.of())) : Optional.empty();
    }

    /** The one who looked, and where the service saw it come from. */
    static Caller of(Snapshot facts) {
        Stream<NetworkInfo> infos = Stream.of(facts.dataPlane().known().flatMap(DataPlaneRead::networkInfo),
                facts.challenge().known().flatMap(Challenge::networkInfo),
                facts.byName().known().flatMap(live -> live.answer().known()).flatMap(answer -> answer.networkInfo())).flatMap(Optional::stream);
        Collection<Ip> addresses = new TreeSet<>(infos.flatMap(info -> info.source().stream()).toList());
        return new Caller(facts.identity().known().map(Identity::objectId).filter(id -> !id.isBlank()).stream().toList(), List.copyOf(addresses));
    }
}
