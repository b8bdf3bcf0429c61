package linkdoctor.check;

import java.util.function.BiFunction;
import java.util.function.Function;

import linkdoctor.facts.Probed;

/**
 * The way from facts to a verdict: a fact that could not be seen makes the outcome unknown, one that was not
 * tried makes it skipped, and what is judged rests on the evidence of all of them.
 */
public final class Given {
    private Given() {
    }

    public static <A> Outcome the(Probed<A> a, Function<A, Outcome> judge) {
        return (switch (a) {
            case Probed.Seen<A>(A value, var evidence) -> judge.apply(value);
            case Probed.Failed<A>(var failure, var evidence) -> Outcome.unknown(failure);
            case Probed.NotTried<A>(String why) -> Outcome.skipped(why);
        }).because(a);
    }

    public static <A, B> Outcome the(Probed<A> a, Probed<B> b, BiFunction<A, B, Outcome> judge) {
        return the(a, x -> the(b, y -> judge.apply(x, y)));
    }

    public static <A, B, C> Outcome the(Probed<A> a, Probed<B> b, Probed<C> c, Judge3<A, B, C> judge) {
        return the(a, b, (x, y) -> the(c, z -> judge.apply(x, y, z)));
    }

    /** Judges three facts. */
    @FunctionalInterface
    public interface Judge3<A, B, C> {
        Outcome apply(A a, B b, C c);
    }
}
