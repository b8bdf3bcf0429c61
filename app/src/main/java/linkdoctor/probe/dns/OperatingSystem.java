package linkdoctor.probe.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Timed;

/** What the operating system resolves a name to, as any application on this machine would get it. */
final class OperatingSystem {
    static {
        // Java would keep an answer for 30 s and a refusal for 10 s; "check again" must ask again. Read once, at
        // the first resolution in this process.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private OperatingSystem() {
    }

    /** Does what the static block does, early: called before anything in this process resolves a name. */
    static void forgetNames() {
        // Loading the class was the work.
    }

    static Probed<List<Ip>> resolve(String hostname) {
        Instant at = Instant.now();
        try {
            List<Ip> ips = Timed.within(Deadlines.DNS, () -> blocking(hostname)).stream().map(Ip::new).distinct().toList();
            return Probed.seen(ips, evidence(hostname, at, Words.list(ips)));
        } catch (UnknownHostException e) {
            return Probed.failed(noSuchName(hostname), evidence(hostname, at, "no address"));
        } catch (TimeoutException e) {
            return Probed.failed(Failure.of(Failure.Kind.TIMEOUT, "This machine did not resolve " + hostname + " within "
                    + Deadlines.DNS.toSeconds() + " s: its first DNS server does not answer."), evidence(hostname, at, "nothing in time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "Resolving " + hostname + " was cancelled."));
        } catch (Exception e) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED, "This machine cannot resolve " + hostname + ": "
                    + e.getMessage()), evidence(hostname, at, e.getClass().getSimpleName()));
        }
    }

    static Failure noSuchName(String hostname) {
        return Failure.of(Failure.Kind.NOT_FOUND, "This machine cannot resolve " + hostname + ".");
    }

    /** In a thread of the system's own: the call blocks it for as long as the system likes, whatever we want. */
    private static List<InetAddress> blocking(String hostname) throws Exception {
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> Arrays.asList(InetAddress.getAllByName(hostname)));
        Thread.ofPlatform().daemon().name("system-resolver").start(task);
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static Evidence evidence(String hostname, Instant at, String answered) {
        return new Evidence("this machine's own resolution of " + hostname, answered, at,
                Duration.between(at, Instant.now()), command(hostname).bash());
    }

    /** The system's own way, hosts file included; nslookup would pass it over. */
    private static CommandLine command(String hostname) {
        String os = System.getProperty("os.name", "");
        return os.startsWith("Windows") ? CommandLine.of("Resolve-DnsName", hostname)
                : os.startsWith("Mac") ? CommandLine.of("dscacheutil", "-q", "host", "-a", "name", hostname)
                : CommandLine.of("getent", "ahosts", hostname);
    }
}
