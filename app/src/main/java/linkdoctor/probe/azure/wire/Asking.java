package linkdoctor.probe.azure.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.probe.Threads;
import linkdoctor.probe.Timed;

/** Puts questions through the SDK: bounded, many at once, each ending as a fact with its evidence. */
public final class Asking {
    private static final int AT_ONCE = 16;
    /** A list whose pages lead back to one another has no end. */
    private static final int MOST_PAGES = 1000;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A call of the SDK that carries the trace. */
    @FunctionalInterface
    public interface Call<T> {
        T put(Trace trace) throws Exception;
    }

    /**
     * Asks.
     *
     * @param told what of the answer matters, for the evidence
     */
    public <T> Probed<T> ask(Question question, Limit limit, Call<T> call, Function<T, String> told)
            throws InterruptedException {
        Trace trace = new Trace(limit.end());
        String az = question.az().bash();
        try {
            if (!places.tryAcquire(limit.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            T value;
            try {
                value = Timed.within(limit.left(), () -> call.put(trace));
            } finally {
                places.release();
            }
            return Probed.seen(value, trace.evidence(told.apply(value), az));
        } catch (InterruptedException cancelled) {
            throw cancelled;
        } catch (Exception e) {
            Failure failure = Trouble.of(e, question, trace, limit);
            List<Evidence> evidence = new ArrayList<>(trace.evidence("", az));
            if (evidence.isEmpty()) {
                evidence.add(new Evidence(question.needs(), failure.said(), java.time.Instant.now(),
                        limit.whole().minus(limit.left()), az));
            }
            return new Probed.Failed<>(failure, evidence);
        }
    }

    /** Asks for a list, to its last page. When a later page cannot be had, the earlier ones and a gap are told. */
    public <T> Probed<Listing<T>> list(Question question, Limit limit, Function<Context, PagedIterable<T>> call,
                                       Function<List<T>, String> told) throws InterruptedException {
        return ask(question, limit, trace -> {
            List<T> items = new ArrayList<>();
            int pages = 0;
            try {
                for (Iterator<PagedResponse<T>> at = call.apply(trace.context()).iterableByPage().iterator(); at.hasNext(); pages++) {
                    if (pages == MOST_PAGES) {
                        throw new IllegalStateException("a list without end");
                    }
                    List<T> page = at.next().getValue();
                    items.addAll(page == null ? List.of() : page);
                }
            } catch (RuntimeException e) {
                if (pages == 0) {
                    throw e;
                }
                return new Listing<>(items, List.of(new Gap("the rest of the list of " + question.scope(),
                        Trouble.of(e, question, trace, limit))));
            }
            return Listing.whole(items);
        }, listing -> told.apply(listing.items()));
    }

    /** Asks for a list of which every page is needed. */
    public <T> Probed<List<T>> whole(Question question, Limit limit, Function<Context, PagedIterable<T>> call,
                                     Function<List<T>, String> told) throws InterruptedException {
        Probed<Listing<T>> listing = list(question, limit, call, told);
        return listing instanceof Probed.Seen<Listing<T>>(Listing<T> value, var evidence) && !value.complete()
                ? new Probed.Failed<>(value.gaps().getFirst().failure(), evidence) : listing.map(Listing::items);
    }

    /** Does the same for each, at once, and gives the results in order. */
    public static <A, B> List<B> each(List<A> items, Step<A, B> step) throws InterruptedException {
        if (items.size() == 1) {
            return List.of(step.take(items.getFirst()));
        }
        List<Callable<B>> steps = new ArrayList<>();
        items.forEach(item -> steps.add(() -> step.take(item)));
        try (ExecutorService threads = Threads.executor("azure")) {
            List<B> results = new ArrayList<>();
            for (Future<B> future : threads.invokeAll(steps)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is done for one of several. */
    @FunctionalInterface
    public interface Step<A, B> {
        B take(A item) throws InterruptedException;
    }

    /** Two things at once. */
    public static <A, B> Both<A, B> both(Callable<A> one, Callable<B> other) throws InterruptedException {
        List<Object> results = each(List.<Callable<?>>of(one, other), step -> {
            try {
                return step.call();
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        @SuppressWarnings("unchecked") A first = (A) results.get(0);
        @SuppressWarnings("unchecked") B second = (B) results.get(1);
        return new Both<>(first, second);
    }

    /** Two results. */
    public record Both<A, B>(A first, B second) {
    }
}
