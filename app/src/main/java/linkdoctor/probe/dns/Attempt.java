package linkdoctor.probe.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.probe.Threads;

/** One attempt: A and AAAA asked at once of one server, and the two answers made one. */
record Attempt(InetSocketAddress to, String label, String hostname, String tryYourself, Duration deadline) {
    /** How long AAAA is waited for once A has come: broken servers drop it, and no vault depends on it. */
    private static final Duration GRACE = Duration.ofSeconds(1);
    /** The sockets end by themselves at the deadline, and their words say more: a busy machine needs this long for it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int LONGEST_CHAIN = 8;

    Probed<DnsAnswer> ask() {
        Instant at = Instant.now();
        Countdown countdown = Countdown.of(deadline);
        try {
            Name name = Name.fromString(hostname, Name.root);
            Both both = both(name, countdown);
            Optional<DnsAnswer> answer = both.answer();
            Evidence evidence = evidence(at, countdown, said(both));
            return answer.isPresent() ? Probed.seen(answer.get(), evidence) : Probed.failed(both.failure(), evidence);
        } catch (TextParseException e) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED, hostname + " is no DNS name."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "Asking " + label + " was cancelled."),
                    evidence(at, countdown, "cancelled"));
        }
    }

    private Evidence evidence(Instant at, Countdown countdown, String answered) {
        Duration took = deadline.minus(countdown.left());
        return new Evidence("A and AAAA " + hostname + " at " + label, answered, at, took, tryYourself);
    }

    /** What came of one of the two questions. */
    private sealed interface Half {
        record Told(Chain chain, Reply.Transport over) implements Half {
        }

        record Untold(Failure failure) implements Half {
        }
    }

    /** The two halves; A leads, because vaults have no AAAA. */
    private record Both(Half a, Half aaaa) {

        Optional<DnsAnswer> answer() {
            return switch (a) {
                case Half.Told(Chain chain, var over) -> Optional.of(joined(chain, over, aaaa));
                case Half.Untold ignored -> aaaa instanceof Half.Told(Chain chain, var over) && conclusive(chain)
                        ? Optional.of(joined(chain, over, a)) : Optional.empty();
            };
        }

        /** Says something about A as well: an address, or that the name fails as such. */
        private static boolean conclusive(Chain chain) {
            return !chain.addresses().isEmpty() || !chain.rcode().equals("NOERROR");
        }

        private static DnsAnswer joined(Chain lead, Reply.Transport over, Half other) {
            List<DnsAnswer.Address> addresses = new ArrayList<>(lead.addresses());
            boolean tcp = over == Reply.Transport.TCP;
            if (other instanceof Half.Told(Chain chain, var otherOver)) {
                addresses.addAll(chain.addresses());
                tcp |= otherOver == Reply.Transport.TCP;
            }
            return new DnsAnswer(lead.rcode(), lead.aliases(), addresses, tcp);
        }

        Failure failure() {
            return switch (a) {
                case Half.Untold(Failure failure) -> failure;
                case Half.Told ignored -> throw new IllegalStateException("an answer is no failure");
            };
        }
    }

    private static String said(Both both) {
        String missing = both.aaaa instanceof Half.Untold(Failure failure) ? "; AAAA: " + failure.said() : "";
        return both.answer().map(answer -> Compact.text(answer) + missing).orElseGet(() -> both.failure().said());
    }

    private Both both(Name name, Countdown countdown) throws InterruptedException {
        FutureTask<Half> a = start(() -> half(name, Type.A, countdown));
        FutureTask<Half> aaaa = start(() -> half(name, Type.AAAA, countdown));
        try {
            Half first = result(a, Duration.ofMillis(countdown.leftMillis()).plus(MOMENT));
            Duration left = Duration.ofMillis(countdown.leftMillis());
            boolean answered = first instanceof Half.Told && left.compareTo(GRACE) > 0;
            return new Both(first, result(aaaa, answered ? GRACE : left.plus(MOMENT)));
        } finally {
            a.cancel(true);
            aaaa.cancel(true);
        }
    }

    private static FutureTask<Half> start(Callable<Half> question) {
        FutureTask<Half> task = new FutureTask<>(question);
        Threads.start("dns", task);
        return task;
    }

    private Half result(FutureTask<Half> task, Duration patience) throws InterruptedException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Half.Untold(Failure.of(Failure.Kind.TIMEOUT, label + " gave no answer in time."));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Half half(Name name, int type, Countdown countdown) {
        return switch (Udp.ask(Question.of(to, label, name, type), countdown)) {
            case Reply.Broken(Failure failure) -> new Half.Untold(failure);
            case Reply.Answered(var message, var over) ->
                    new Half.Told(type == Type.A ? followed(Chain.of(name, message), type, countdown)
                            : Chain.of(name, message), over);
        };
    }

    /** Asks the same server for the rest of a chain that it left half. */
    private Chain followed(Chain chain, int type, Countdown countdown) {
        Chain whole = chain;
        while (whole.leftHalf() && whole.aliases().size() < LONGEST_CHAIN) {
            Reply reply = Udp.ask(Question.of(to, label, whole.end(), type), countdown);
            if (!(reply instanceof Reply.Answered(var message, var ignored))) {
                return whole;
            }
            Chain rest = Chain.of(whole.end(), message);
            if (!rest.rcode().equals("NOERROR") && !rest.rcode().equals("NXDOMAIN")) {
                return whole;
            }
            Chain longer = whole.then(rest);
            if (rest.aliases().isEmpty()) {
                return longer;
            }
            whole = longer;
        }
        return whole;
    }
}
