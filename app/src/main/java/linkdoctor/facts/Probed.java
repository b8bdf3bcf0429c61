package linkdoctor.facts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A fact, or why there is none. Never null, and never "empty because of an error".
 *
 * @param <T> what is seen when all goes well
 */
public sealed interface Probed<T> {

    /** What was asked and answered on the way to this fact, in order. */
    List<Evidence> evidence();

    /** We looked and saw. */
    record Seen<T>(T value, List<Evidence> evidence) implements Probed<T> {
        public Seen {
            evidence = List.copyOf(evidence);
        }
    }

    /** We looked, or wanted to, and could not see. */
    record Failed<T>(Failure failure, List<Evidence> evidence) implements Probed<T> {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    /** There was nothing to look at: it does not apply, or waits for another fact ({@code why} is one sentence). */
    record NotTried<T>(String why) implements Probed<T> {
        @Override
        public List<Evidence> evidence() {
            return List.of();
        }
    }

    static <T> Probed<T> seen(T value, Evidence... evidence) {
        return new Seen<>(value, List.of(evidence));
    }

    static <T> Probed<T> seen(T value, List<Evidence> evidence) {
        return new Seen<>(value, evidence);
    }

    static <T> Probed<T> failed(Failure failure, Evidence... evidence) {
        return new Failed<>(failure, List.of(evidence));
    }

    static <T> Probed<T> notTried(String why) {
        return new NotTried<>(why);
    }

    /** The value for those who can do without it; a check that cannot uses {@code check.Given}. */
    default Optional<T> known() {
        return this instanceof Seen<T>(T value, var ignored) ? Optional.of(value) : Optional.empty();
    }

    /** The failure, where there is one. */
    default Optional<Failure> trouble() {
        return this instanceof Failed<T>(Failure failure, var ignored) ? Optional.of(failure) : Optional.empty();
    }

    /** The same fact seen as something else; failures stay what they are. */
    default <R> Probed<R> map(Function<? super T, ? extends R> as) {
        return switch (this) {
            case Seen<T>(T value, var evidence) -> new Seen<>(as.apply(value), evidence);
            case Failed<T>(Failure failure, var evidence) -> new Failed<>(failure, evidence);
            case NotTried<T>(String why) -> new NotTried<>(why);
        };
    }
}
