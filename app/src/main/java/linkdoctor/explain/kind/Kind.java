package linkdoctor.explain.kind;

import java.util.function.Function;
import java.util.function.Predicate;

import linkdoctor.explain.Explanation;
import linkdoctor.explain.read.Reading;

/** A kind of error: how a text of it is recognised, and what is said of it. */
record Kind(Predicate<Reading> recognises, Function<Reading, Explanation> tells) {
}
