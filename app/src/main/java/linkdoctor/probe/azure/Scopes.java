package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.Subscription;

/** Bringing together what several subscriptions told, and reading what the SDK leaves null. */
final class Scopes {
    private Scopes() {
    }

    static String of(Subscription subscription) {
        return "subscription " + (subscription.name().isEmpty() ? subscription.id()
                : subscription.name() + " (" + subscription.id() + ")");
    }

    /** The gap that a listing which failed leaves. */
    static Optional<Gap> gap(Subscription subscription, Probed<?> part) {
        return part.trouble().map(failure -> new Gap(of(subscription), failure));
    }

    /**
     * One listing of what each subscription told, with the gaps of those that could not be read. The evidence of those
     * that had something to tell comes before that of the empty ones.
     */
    static <A, B> Probed<Listing<B>> merge(List<Subscription> in, List<Probed<Listing<A>>> parts, Function<A, B> as) {
        List<B> items = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> empty = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            Probed<Listing<A>> part = parts.get(i);
            (part.known().filter(known -> known.items().isEmpty()).isPresent() ? empty : evidence).addAll(part.evidence());
            gap(in.get(i), part).ifPresent(gaps::add);
            part.known().ifPresent(known -> {
                known.items().forEach(item -> items.add(as.apply(item)));
                gaps.addAll(known.gaps());
            });
        }
        evidence.addAll(empty);
        return Probed.seen(new Listing<>(items, gaps), evidence);
    }

    /** The list without what is not there. */
    static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    static Optional<ResourceId> id(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(ResourceId::of);
    }

    /** The addresses among the texts. */
    static List<Ip> ips(List<String> texts) {
        return list(texts).stream().flatMap(text -> Ip.parse(text).stream()).toList();
    }

    /** The address ranges among the texts. */
    static List<Prefix> prefixes(List<String> texts) {
        return list(texts).stream().flatMap(text -> Prefix.parse(text.strip()).stream()).toList();
    }
}
