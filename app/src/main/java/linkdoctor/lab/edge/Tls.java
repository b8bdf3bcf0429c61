package linkdoctor.lab.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import linkdoctor.lab.World;
import linkdoctor.lab.edge.network.ProxySetting;
import linkdoctor.lab.edge.network.Side;
import linkdoctor.lab.edge.wire.Authority;
import linkdoctor.lab.edge.wire.Conversation;
import linkdoctor.lab.edge.wire.ServerKeys;
import linkdoctor.lab.edge.wire.Wire;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** The TLS end of a tunnel: the lab's own authority signs, unless an inspecting proxy stands in between. */
final class Tls {
    private final World world;
    private final Authority authority;
    private final ProxySetting proxy;
    private final Map<String, Authority> inspectors = new ConcurrentHashMap<>();
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    Tls(World world, Authority authority, ProxySetting proxy) {
        this.world = world;
        this.authority = authority;
        this.proxy = proxy;
    }

    /**
     * Shakes hands and answers requests.
     *
     * @param unnamed the host whose certificate a client gets that sends no name
     * @param handler takes the name that the client sent and a request
     */
    void serve(Socket socket, Side side, String unnamed, BiFunction<Optional<String>, Request, Answer> handler)
            throws IOException {
        Optional<String> trouble = faults(side, unnamed).filter(what -> what.equals("reset") || what.equals("hang"));
        if (trouble.isPresent()) {
            if (trouble.get().equals("reset")) {
                Wire.reset(socket);
            } else {
                Conversation.on(socket).waitForClient();
            }
            return;
        }
        SSLContext context = contexts.computeIfAbsent(side.kind() + " " + unnamed,
                key -> ServerKeys.context(host -> signing(side, host), unnamed));
        try (SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, InputStream.nullInputStream(), true)) {
            secure.startHandshake();
            Optional<String> sent = ServerKeys.requested(secure.getSession());
            Conversation.on(secure).run(request -> handler.apply(sent, request));
        }
    }

    private Authority signing(Side side, String host) {
        return faults(side, host).map(issuer -> inspectors.computeIfAbsent(issuer, Authority::new)).orElse(authority);
    }

    /** Where the client has a proxy, it is the proxy that inspects; else something on the way does. */
    private Optional<String> faults(Side side, String host) {
        if (proxy.present() && side.kind() == Side.Kind.CLIENT) {
            return Optional.empty();
        }
        return world.faults().stream().filter(fault -> fault.service().equals("tls"))
                .filter(fault -> fault.where().equals("*") || host.contains(fault.where().toLowerCase(Locale.ROOT)))
                .map(World.Fault::what).findFirst();
    }
}
