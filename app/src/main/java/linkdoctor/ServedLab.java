package linkdoctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import linkdoctor.engine.Engine;
import linkdoctor.facts.CommandLine;
import linkdoctor.lab.Lab;

/** A lab that runs for other clients, and what they must know to use it. */
final class ServedLab implements Engine.Served {
    private final Lab lab;

    ServedLab(Lab lab) {
        this.lab = lab;
    }

    @Override
    public List<String> lines() {
        return lines(lab);
    }

    static List<String> lines(Lab lab) {
        String proxy = "http://127.0.0.1:" + lab.proxy().getPort();
        String ca = CommandLine.quote(lab.caFile().toString());
        Lab.Credentials app = lab.credentials();
        List<String> lines = new ArrayList<>(List.of(
                "# The practice Azure runs on loopback. In the shell of a client that is to see it:",
                "export HTTPS_PROXY=" + proxy + " HTTP_PROXY=" + proxy,
                "export REQUESTS_CA_BUNDLE=" + ca + " SSL_CERT_FILE=" + ca + " CURL_CA_BUNDLE=" + ca,
                "",
                "# Sign in:",
                "az login --service-principal -u " + app.clientId() + " -p " + CommandLine.quote(app.secret()) + " --tenant " + app.tenant(),
                "# An application that may also change things:",
                "az login --service-principal -u " + lab.owner().clientId() + " -p " + CommandLine.quote(lab.owner().secret())
                        + " --tenant " + lab.owner().tenant(),
                "",
                "# Sign-in pages for a browser without the proxy: " + lab.signInPages(),
                "# CA file: " + lab.caFile(),
                "# DNS servers of the practice network, by UDP and TCP:"));
        new TreeMap<>(lab.dns()).forEach((ip, at) -> lines.add("#   " + ip + " at 127.0.0.1:" + at.getPort()));
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        try {
            lab.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
