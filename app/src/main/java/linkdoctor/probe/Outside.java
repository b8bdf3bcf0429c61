package linkdoctor.probe;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import linkdoctor.facts.Ip;

/**
 * The edges of this machine as the probes meet them: the real ones, or those that the lab pretends.
 *
 * @param environment environment variables
 * @param properties  Java's system properties
 * @param hostsFile   the hosts file to read instead of the system's own
 * @param addresses   this machine's addresses instead of its interfaces' own
 * @param resolvers   the resolvers instead of the operating system's
 * @param dnsRoute    where questions to a DNS server's address really go
 * @param dialer      how TCP connections are opened
 * @param sdkProxy    the loopback CONNECT proxy that stands for the practice network; empty for the real one
 * @param imds        base URL of the instance metadata service
 * @param browser     the web browser of the person at it
 */
public record Outside(Map<String, String> environment, Map<String, String> properties, Optional<Path> hostsFile,
                      Optional<Supplier<List<Ip>>> addresses, Optional<Supplier<List<Ip>>> resolvers,
                      UnaryOperator<InetSocketAddress> dnsRoute, Dialer dialer,
                      Optional<InetSocketAddress> sdkProxy, URI imds, Browser browser) {

    public static final URI IMDS = URI.create("http://169.254.169.254");

    /** The real world. */
    public static Outside real() {
        Map<String, String> properties = new java.util.HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return new Outside(System.getenv(), Map.copyOf(properties), Optional.empty(), Optional.empty(),
                Optional.empty(), UnaryOperator.identity(), Dialer.DIRECT, Optional.empty(), IMDS, SystemBrowser.ofThisMachine());
    }

    /** The environment may hold secrets, so it is left out. */
    @Override
    public String toString() {
        return "Outside[sdkProxy=" + sdkProxy + ", imds=" + imds + "]";
    }
}
