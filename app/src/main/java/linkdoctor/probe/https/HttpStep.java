package linkdoctor.probe.https;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

import linkdoctor.facts.Probed;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.probe.https.http.HttpAnswer;
import linkdoctor.probe.https.http.HttpReader;

/** The third step: one GET over the verified connection, without credentials or cookies. */
final class HttpStep {
    private final Limits limits;

    HttpStep(Limits limits) {
        this.limits = limits;
    }

    Probed<HttpAnswer> get(SSLSocket tls, Route route, String path) {
        Asking asking = Asking.now(route.request(path), route.curl(path));
        try {
            HttpAnswer answer = Bounded.within(limits.http(), tls, () -> exchange(tls, route.host(), path));
            return Probed.seen(answer, asking.answered(describe(answer)));
        } catch (Exception e) {
            return asking.failed(Trouble.during("the answer to GET " + path, TlsStep.peer(route), limits.http(), e));
        }
    }

    private static HttpAnswer exchange(SSLSocket tls, String host, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: linkdoctor\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
        tls.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        tls.getOutputStream().flush();
        return HttpReader.read(tls.getInputStream());
    }

    private static String describe(HttpAnswer answer) {
        Optional<String> tenant = answer.status() == 401
                ? answer.header("www-authenticate").flatMap(header -> Challenges.parse(List.of(header)).tenant()) : Optional.empty();
        return answer.status() + answer.header(NetworkInfo.HEADER).map(value -> ", " + NetworkInfo.parse(value).told()).orElse("")
                + tenant.map(asked -> ", asks for a token of tenant " + asked).orElse("")
                + ErrorBody.parse(answer.body()).filter(error -> tenant.isEmpty()).map(error -> ", error " + error.code()
                + (error.innerCode().isEmpty() ? "" : " (" + error.innerCode() + ")")).orElse("");
    }
}
