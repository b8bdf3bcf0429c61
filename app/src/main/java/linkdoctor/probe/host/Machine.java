package linkdoctor.probe.host;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.facts.host.Client;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Outside;
import linkdoctor.probe.Timed;

/** The machine's name, system, own addresses, and the platform it runs on. */
final class Machine {
    private static final String NAMELESS = "this machine";

    private final Outside outside;

    Machine(Outside outside) {
        this.outside = outside;
    }

    Probed<Client> look() {
        Instant at = Instant.now();
        try {
            List<Ip> addresses = outside.addresses().isPresent() ? outside.addresses().get().get() : ofInterfaces();
            Client.Platform platform = PlatformMarker.in(outside.environment());
            String system = (outside.properties().getOrDefault("os.name", "unknown system") + " "
                    + outside.properties().getOrDefault("os.version", "")).strip();
            Client client = Client.here(hostname(), system, addresses, platform);
            String where = platform.marker().map(marker -> "; " + marker + " is set").orElse("");
            return Probed.seen(client, evidence(at, (client.addresses().isEmpty() ? "none" : Words.list(client.addresses())) + where));
        } catch (SocketException | UncheckedIOException e) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED,
                    "This machine's network interfaces cannot be listed: " + e.getMessage()), evidence(at, "nothing"));
        }
    }

    private Evidence evidence(Instant at, String answered) {
        boolean windows = outside.properties().getOrDefault("os.name", "").startsWith("Windows");
        boolean mac = outside.properties().getOrDefault("os.name", "").startsWith("Mac");
        return new Evidence("addresses of this machine", answered, at, Duration.between(at, Instant.now()),
                windows ? "ipconfig" : mac ? "ifconfig" : "ip address");
    }

    private static List<Ip> ofInterfaces() throws SocketException {
        List<Ip> found = new ArrayList<>();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (each.isUp() && !each.isLoopback()) {
                Collections.list(each.getInetAddresses()).stream().map(Machine::withoutZone).forEach(found::add);
            }
        }
        return found.stream().filter(ip -> !ip.loopback() && !ip.linkLocal()).distinct()
                .sorted(Comparator.comparing((Ip ip) -> ip.v4() ? 0 : 1)).toList();
    }

    /** An interface's own addresses carry its name, which is no part of the address. */
    private static Ip withoutZone(InetAddress address) {
        return Ip.parse(address.getHostAddress()).orElseGet(() -> new Ip(address));
    }

    private String hostname() {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(name -> outside.environment().getOrDefault(name, ""))
                .filter(name -> !name.isBlank()).findFirst()
                .orElseGet(() -> outside.addresses().isPresent() ? NAMELESS : asked());
    }

    /** Java asks the resolver for it, which may take its time. */
    private static String asked() {
        try {
            return Timed.within(Deadlines.IMDS, () -> InetAddress.getLocalHost().getHostName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NAMELESS;
        } catch (TimeoutException | java.net.UnknownHostException nameless) {
            // A machine need not have a name that resolves: its name is only shown.
            return NAMELESS;
        } catch (Exception e) {
            throw new IllegalStateException("the name of this machine", e);
        }
    }
}
