package linkdoctor.lab.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import linkdoctor.facts.Ip;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/**
 * The lab's DNS servers, each on a loopback port of its own: Azure's (as the client's network sees it), the custom
 * ones, and recursive ones of the Internet. They read the estate at every question, so what is repaired resolves anew.
 */
public final class DnsServers implements AutoCloseable {
    private final Map<Ip, Listener> listeners = new LinkedHashMap<>();
    private final Listener silence;

    private DnsServers(List<Responder> responders) throws IOException {
        silence = Listener.open(Responder.silent());
        for (Responder responder : responders) {
            listeners.put(responder.ip(), Listener.open(responder));
        }
    }

    /** @throws IOException when loopback has no ports to offer */
    public static DnsServers start(Estate estate, World world) throws IOException {
        return new DnsServers(Responder.all(estate, world));
    }

    /** Where each server really listens, UDP and TCP on the same port. */
    public Map<Ip, InetSocketAddress> addresses() {
        Map<Ip, InetSocketAddress> all = new LinkedHashMap<>();
        listeners.forEach((ip, listener) -> all.put(ip, listener.address()));
        return all;
    }

    /**
     * Where a question to an address really goes: a server of the lab, any other on loopback as it is, and everything
     * else into silence, because the lab sends nothing out.
     */
    public InetSocketAddress route(InetSocketAddress to) {
        Ip ip = new Ip(to.getAddress());
        if (listeners.containsKey(ip) && to.getPort() == 53) {
            return listeners.get(ip).address();
        }
        return ip.loopback() ? to : silence.address();
    }

    @Override
    public void close() throws IOException {
        List<Listener> all = new ArrayList<>(listeners.values());
        all.add(silence);
        for (Listener listener : all) {
            listener.close();
        }
    }
}
