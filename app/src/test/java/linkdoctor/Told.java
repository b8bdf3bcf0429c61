package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import linkdoctor.facts.Snapshot;
import linkdoctor.probe.Progress;

/** Remembers what a run told as it went on. */
final class Told implements Progress {
    private final List<Moment> moments = new ArrayList<>();
    private final Consumer<Moment> then;

    Told() {
        this(moment -> { });
    }

    /** @param then called with each moment, on the thread that tells it */
    Told(Consumer<Moment> then) {
        this.then = then;
    }

    /** What was known, and what was still open. */
    record Moment(Snapshot soFar, Set<String> open) {
    }

    @Override
    public void looking(String at) {
        assertThat(at).isNotBlank();
    }

    @Override
    public void seen(Snapshot soFar, Set<String> open) {
        Moment moment = new Moment(soFar, Set.copyOf(open));
        synchronized (moments) {
            moments.add(moment);
        }
        then.accept(moment);
    }

    List<Moment> moments() {
        synchronized (moments) {
            return List.copyOf(moments);
        }
    }

    /** What is not open any more never changes again, and the last moment is the end. */
    void holdsTo(Snapshot end) {
        List<Moment> all = moments();
        assertThat(all).isNotEmpty();
        assertThat(all.getLast().open()).isEmpty();
        assertThat(all.getLast().soFar()).isSameAs(end);
        for (int i = 0; i < all.size(); i++) {
            Moment moment = all.get(i);
            for (String component : Snapshot.names()) {
                if (!moment.open().contains(component)) {
                    assertThat(end.value(component)).as("%s, closed at moment %d of %d", component, i, all.size())
                            .isSameAs(moment.soFar().value(component));
                }
                assertThat(i == 0 || all.get(i - 1).open().contains(component) || !moment.open().contains(component))
                        .as("%s is opened again at moment %d", component, i).isTrue();
            }
        }
    }
}
