package linkdoctor.probe.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Names;
import linkdoctor.probe.Outside;
import linkdoctor.probe.Threads;

/** Asks DNS servers over sockets of our own, because the JVM's resolver hides aliases and keeps answers. */
public final class DnsNames implements Names {
    private final Outside outside;
    private final Duration deadline;

    public DnsNames(Outside outside) {
        this(outside, Deadlines.DNS);
    }

    DnsNames(Outside outside, Duration deadline) {
        OperatingSystem.forgetNames();
        this.outside = outside;
        this.deadline = deadline;
    }

    /** Repeats follow one another, so that answers that take turns show; a silent server is asked the rest at once. */
    @Override
    public Lookup ask(DnsServer server, String hostname, int repeats) {
        Attempt attempt = attempt(server, hostname);
        List<Probed<DnsAnswer>> attempts = new ArrayList<>();
        while (attempts.size() < Math.max(1, repeats)) {
            if (!attempts.isEmpty() && failedWith(attempts.getLast(), Failure.Kind.CANCELLED)) {
                break;
            }
            if (!attempts.isEmpty() && failedWith(attempts.getLast(), Failure.Kind.TIMEOUT)) {
                attempts.addAll(atOnce(attempt, repeats - attempts.size()));
            } else {
                attempts.add(attempt.ask());
            }
        }
        return new Lookup(server, attempts);
    }

    @Override
    public Probed<List<Ip>> system(String hostname) {
        return outside.hostsFile().isPresent() || outside.resolvers().isPresent()
                ? new PretendedSystem(outside, deadline).resolve(hostname) : OperatingSystem.resolve(hostname);
    }

    private Attempt attempt(DnsServer server, String hostname) {
        InetSocketAddress to = outside.dnsRoute().apply(new InetSocketAddress(server.ip().address(), server.port()));
        String at = server.port() == 53 ? server.ip().toString()
                : (server.ip().v4() ? server.ip().toString() : "[" + server.ip() + "]") + ":" + server.port();
        CommandLine command = server.port() == 53 ? CommandLine.of("nslookup", hostname, server.ip().toString())
                : CommandLine.of("dig", "@" + server.ip(), "-p", Integer.toString(server.port()), hostname);
        return new Attempt(to, at, hostname, command.bash(), deadline);
    }

    private static boolean failedWith(Probed<DnsAnswer> attempt, Failure.Kind kind) {
        return attempt.trouble().filter(failure -> failure.kind() == kind).isPresent();
    }

    private static List<Probed<DnsAnswer>> atOnce(Attempt attempt, int times) {
        List<FutureTask<Probed<DnsAnswer>>> tasks = Stream.generate(() -> new FutureTask<>(attempt::ask)).limit(times).toList();
        tasks.forEach(task -> Threads.start("dns-repeat", task));
        return tasks.stream().map(task -> result(attempt, task)).toList();
    }

    private static Probed<DnsAnswer> result(Attempt attempt, FutureTask<Probed<DnsAnswer>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "Asking " + attempt.label() + " was cancelled."));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
