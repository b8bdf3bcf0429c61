package linkdoctor.probe.host;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Timed;

/** The proxy of the system's own settings, on Windows and macOS; other systems have none that programs agree on. */
final class SystemProxy {
    private final boolean offered;

    SystemProxy(Map<String, String> properties) {
        String os = properties.getOrDefault("os.name", "");
        offered = os.startsWith("Windows") || os.startsWith("Mac");
        if (offered) {
            // Read once, when Java's selector is first used.
            System.setProperty("java.net.useSystemProxies", "true");
        }
    }

    Optional<String> of(URI url) {
        if (!offered) {
            return Optional.empty();
        }
        try {
            // Windows may look for a configuration script on the network first.
            return Timed.within(Deadlines.TCP, () -> ProxySelector.getDefault().select(url)).stream()
                    .filter(proxy -> proxy.type() != Proxy.Type.DIRECT).map(Proxy::address)
                    .filter(InetSocketAddress.class::isInstance).map(InetSocketAddress.class::cast)
                    .map(address -> address.getHostString() + ":" + address.getPort()).findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException noScript) {
            // Where no script is found in time, programs go direct.
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException("the system's proxy settings", e);
        }
    }
}
