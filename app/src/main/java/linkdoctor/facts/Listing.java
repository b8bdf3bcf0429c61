package linkdoctor.facts;

import java.util.List;

/**
 * Things gathered from several places, and the places that could not be read. Only a listing without
 * gaps can say that something does not exist.
 */
public record Listing<T>(List<T> items, List<Gap> gaps) {
    public Listing {
        items = List.copyOf(items);
        gaps = List.copyOf(gaps);
    }

    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, List.of());
    }

    public boolean complete() {
        return gaps.isEmpty();
    }
}
