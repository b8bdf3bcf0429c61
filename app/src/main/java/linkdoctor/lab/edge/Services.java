package linkdoctor.lab.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import linkdoctor.facts.Cloud;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.entra.EntraServer;
import linkdoctor.lab.edge.wire.Port;
import linkdoctor.lab.entra.Graph;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;
import linkdoctor.lab.monitor.AuditLog;
import linkdoctor.lab.monitor.LogAnalytics;
import linkdoctor.lab.vault.Arrival;
import linkdoctor.lab.vault.VaultServer;

/** The practice Azure's servers behind the edge, with the latency and the faults that the world gives them. */
public final class Services {
    private final World world;
    private final ArmDoor arm;
    private final EntraServer entra;
    private final Graph graph;
    private final VaultServer vaults;
    private final AuditLog audit;
    private final LogAnalytics logs;
    private final Imds imds;
    private final Issued issued = new Issued();
    private final Faults entraFaults;
    private final Faults vaultFaults;
    private final Faults imdsFaults;
    private final Faults logFaults;

    private final Port pages;

    public Services(Estate estate, World world) throws IOException {
        this.world = world;
        pages = Port.http(request -> signIn(request, "login.microsoftonline.com"));
        arm = new ArmDoor(estate, world);
        entra = new EntraServer(estate, world, "http://127.0.0.1:" + pages.address().getPort() + "/common/oauth2/deviceauth");
        graph = new Graph(estate, world);
        vaults = new VaultServer(estate, world);
        audit = new AuditLog(estate);
        logs = new LogAnalytics(estate, world, audit);
        imds = new Imds(estate, world);
        entraFaults = new Faults(world, "entra");
        vaultFaults = new Faults(world, "vault");
        imdsFaults = new Faults(world, "imds");
        logFaults = new Faults(world, "logs");
    }

    /** The sign-in pages on a port of their own, without TLS, for a browser that does not go through the gateway. */
    public Port signInPages() {
        return pages;
    }

    /** The secrets that sign-in and metadata service gave out so far. */
    public Set<String> issued() {
        return issued.all();
    }

    /** The metadata service on a port of its own. */
    public Port metadataPort() throws IOException {
        return Port.http(this::metadata);
    }

    /** ARM, sign-in, Graph or Log Analytics, by the host name. */
    Answer controlPlane(Request request, String host) {
        if (Cloud.KNOWN.stream().anyMatch(cloud -> cloud.arm().equals("https://" + host))) {
            pause("arm");
            return arm.answer(request, host);
        }
        if (LogAnalytics.serves(host)) {
            return logFaults.strike(request, (status, detail) -> Answer.empty(status)).orElseGet(() -> logs.answer(request));
        }
        if (host.contains("graph")) {
            return graph.answer(request);
        }
        return signIn(request, host);
    }

    Answer signIn(Request request, String host) {
        return issued.withCookie(issued.noted(signInAnswer(request, host)));
    }

    private Answer signInAnswer(Request request, String host) {
        pause("entra");
        // Discovery and the pages stay whole where only tokens are refused.
        boolean token = request.path().endsWith("/token");
        return entraFaults.strike(request, (status, detail) -> numbered(detail)
                .map(code -> token ? EntraServer.refusal(code) : entra.answer(request, host))
                .orElseGet(() -> Answer.empty(status))).orElseGet(() -> entra.answer(request, host));
    }

    Answer vault(Request request, String host, Arrival arrival) {
        pause("vault");
        Answer answer = vaultFaults.strike(request, (status, detail) -> vaults.trouble(status, detail, arrival))
                .orElseGet(() -> vaults.answer(request, host, arrival));
        audit.note(request, host, arrival, answer);
        return answer;
    }

    Answer metadata(Request request) {
        pause("imds");
        return issued.noted(imdsFaults.strike(request, (status, detail) -> Answer.empty(status)).orElseGet(() -> imds.answer(request)));
    }

    /** Sleeps as long as the world says that a service takes. */
    void pause(String service) {
        try {
            Thread.sleep(world.latency().getOrDefault(service, Duration.ZERO));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt(); // the lab is being closed: answer at once
        }
    }

    /** The number of the sign-in service's own error, where a fault names one. */
    private static Optional<Integer> numbered(String detail) {
        String digits = detail.toUpperCase(Locale.ROOT).replace("AADSTS", "");
        return digits.matches("\\d{4,8}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
