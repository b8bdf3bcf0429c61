package linkdoctor.lab.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.edge.network.ProxySetting;
import linkdoctor.lab.edge.network.Resolver;
import linkdoctor.lab.edge.network.Route;
import linkdoctor.lab.edge.network.Routes;
import linkdoctor.lab.edge.network.Seat;
import linkdoctor.lab.edge.network.Side;
import linkdoctor.lab.edge.wire.Authority;
import linkdoctor.lab.edge.wire.Conversation;
import linkdoctor.lab.edge.wire.Port;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/**
 * The way into the practice network: an HTTP proxy on loopback whose {@code CONNECT} is a TCP connection made by the
 * client machine. Names resolve as they do there, packets get as far as they do there, and nothing leaves loopback.
 * Behind the name of the corporate proxy it is that proxy too, which sees the Internet alone.
 */
public final class Gateway implements AutoCloseable {
    /** Tells the lab's own dialer why a connection failed, as TCP and DNS would have. */
    static final String WHY = "X-Practice-Network";
    static final String REFUSED = "refused";
    static final String NO_SUCH_NAME = "no-such-name";

    private final Services services;
    private final Routes routes;
    private final ProxySetting proxy;
    private final Faults proxyFaults;
    private final Tls tls;
    private final Side client;
    private final Side corporate;
    private final Port port;

    private Gateway(Estate estate, World world, Services services, Authority authority, Resolver own, Resolver open)
            throws IOException {
        this.services = services;
        routes = new Routes(estate, world);
        proxy = new ProxySetting(world.client().environment());
        proxyFaults = new Faults(world, "proxy");
        tls = new Tls(world, authority, proxy);
        client = new Side(Side.Kind.CLIENT, Seat.of(world.client()), own);
        corporate = new Side(Side.Kind.CORPORATE_PROXY, Seat.PROXY, open);
        port = Port.open(socket -> serve(socket, client));
    }

    /**
     * @param own  how the client machine resolves names
     * @param open how the Internet does
     */
    public static Gateway start(Estate estate, World world, Services services, Authority authority, Resolver own,
                                Resolver open) throws IOException {
        return new Gateway(estate, world, services, authority, own, open);
    }

    public InetSocketAddress address() {
        return port.address();
    }

    /** HTTP proxy requests on one connection, until one of them makes a tunnel of it. */
    private void serve(Socket socket, Side side) throws IOException {
        Conversation talk = Conversation.unbuffered(socket);
        for (Optional<Request> next = talk.read(); next.isPresent(); next = talk.read()) {
            Request request = next.get();
            if (side.kind() == Side.Kind.CORPORATE_PROXY) {
                Optional<Answer> fault = proxyFaults.strike(request, Gateway::proxyRefusal);
                if (fault.isPresent()) {
                    talk.write(request, fault.get());
                    return;
                }
            }
            if (request.method().equals("CONNECT")) {
                tunnel(socket, talk, request, side);
                return;
            }
            if (!talk.write(request, plain(request, side))) {
                return;
            }
        }
    }

    private void tunnel(Socket socket, Conversation talk, Request request, Side side) throws IOException {
        int colon = request.rawTarget().lastIndexOf(':');
        String host = request.rawTarget().substring(0, Math.max(0, colon)).replaceAll("[\\[\\]]", "");
        String number = request.rawTarget().substring(colon + 1);
        if (host.isEmpty() || !number.matches("\\d{1,5}")) {
            talk.write(request, Answer.empty(400));
            return;
        }
        Side from = throughProxy(host, side) ? corporate : side;
        switch (route(host, Integer.parseInt(number), side, from)) {
            case Route.Silence() when from.kind() == Side.Kind.CORPORATE_PROXY -> talk.write(request, Answer.empty(504));
            case Route.Silence() -> talk.waitForClient();
            case Route.Refused() -> talk.write(request, Answer.empty(502).with(WHY, REFUSED));
            case Route.NoSuchName(String name) -> talk.write(request, Answer.text(502, "text/plain",
                    "The practice network has no name " + name + "\n").with(WHY, NO_SUCH_NAME));
            case Route.CorporateProxy() -> {
                talk.established();
                serve(socket, corporate);
            }
            case Route.Metadata() -> {
                talk.established();
                Conversation.on(socket).run(services::metadata);
            }
            case Route.ControlPlane(String service) -> {
                talk.established();
                services.pause("tls");
                tls.serve(socket, from, service, (at, message) -> services.controlPlane(message, service));
            }
            case Route.Vaults(var arrival, var ownVault) -> {
                talk.established();
                services.pause("tls");
                tls.serve(socket, from, ownVault.orElse("vault.azure.net"), (sent, message) -> services.vault(message,
                        vaultHost(message, sent.or(() -> ownVault)), arrival));
            }
        }
    }

    /** Programs that know only this gateway still use the proxy that their environment names, as they would. */
    private boolean throughProxy(String host, Side side) {
        return side.kind() == Side.Kind.CLIENT && Ip.parse(host).isEmpty() && proxy.covers(host);
    }

    private Route route(String host, int number, Side asked, Side from) {
        if (asked.kind() == Side.Kind.CLIENT && proxy.is(host, number)) {
            return new Route.CorporateProxy();
        }
        Route way = Ip.parse(host).map(address -> routes.toAddress(address, from.seat()))
                .orElseGet(() -> routes.toName(host, from.seat(), from.names()));
        int expected = way instanceof Route.Metadata ? 80 : 443;
        boolean service = way instanceof Route.Vaults || way instanceof Route.ControlPlane || way instanceof Route.Metadata;
        return service && number != expected ? new Route.Silence() : way;
    }

    /** A request without a tunnel: only the metadata service speaks plain HTTP. */
    private Answer plain(Request request, Side side) {
        if (!request.rawTarget().startsWith("http://")) {
            return Answer.text(400, "text/plain", "This is the practice network's gateway: an HTTP proxy, no web site.\n");
        }
        try {
            URI uri = URI.create(request.rawTarget());
            String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            Request direct = new Request(request.method(), target, request.headers(), request.body());
            Optional<Ip> address = Ip.parse(String.valueOf(uri.getHost()));
            return address.filter(Routes.METADATA::equals).isPresent() && side.seat().subnet().isPresent()
                    ? services.metadata(direct) : Answer.empty(502).with(WHY, REFUSED);
        } catch (IllegalArgumentException notAnAddress) {
            return Answer.empty(400);
        }
    }

    /** The vault that a request means: by its Host header, else by the name in TLS, else the endpoint's own. */
    private static String vaultHost(Request request, Optional<String> otherwise) {
        String host = request.header("Host").map(value -> value.replaceFirst(":\\d+$", "")).orElse("");
        boolean named = host.contains(".") && Ip.parse(host).isEmpty();
        return named ? host.toLowerCase(java.util.Locale.ROOT) : otherwise.orElse(host);
    }

    private static Answer proxyRefusal(int status, String detail) {
        Answer refusal = Answer.text(status, "text/html", "<html><body>The proxy of fabrikam.example does not allow this."
                + "</body></html>");
        return status == 407 ? refusal.with("Proxy-Authenticate", "Basic realm=\"fabrikam\"") : refusal;
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
