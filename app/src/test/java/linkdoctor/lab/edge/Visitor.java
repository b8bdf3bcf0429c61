package linkdoctor.lab.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.Lab;
import linkdoctor.lab.http.Json;
import linkdoctor.probe.Trust;

/** A client of the lab as the tests need it: Java's own HTTP client behind the gateway, and bare TLS over the dialer. */
public record Visitor(Lab lab, HttpClient http) {

    public static Visitor to(Lab lab) throws IOException {
        return new Visitor(lab, HttpClient.newBuilder().proxy(ProxySelector.of(lab.proxy()))
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(Trust.practice(lab.caFile(), Optional.empty()).context()).build());
    }

    public HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String url, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An access token of the practice application. */
    public String token(String audience) throws IOException, InterruptedException {
        Lab.Credentials app = lab.credentials();
        return json(post("https://login.microsoftonline.com/" + app.tenant() + "/oauth2/v2.0/token",
                Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "client_secret", app.secret(),
                        "scope", audience + "/.default"))).path("access_token").asText();
    }

    public HttpResponse<String> secrets(String token) throws IOException, InterruptedException {
        return get("https://fabrikam.vault.azure.net/secrets?api-version=7.4", "Authorization", "Bearer " + token);
    }

    /** GET /healthstatus over TLS on a connection of our own; the certificate is verified for the vault's name. */
    public String health(Socket connected, String vault) throws IOException {
        SSLSocket tls = (SSLSocket) Trust.practice(lab.caFile(), Optional.empty()).context().getSocketFactory()
                .createSocket(connected, vault, 443, true);
        try (tls) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(vault)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.getOutputStream().write(("GET /healthstatus HTTP/1.1\r\nHost: " + vault + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(tls.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** A connection to an address or name, made by the client machine. */
    public Socket dial(String host, int port, Duration deadline) throws IOException {
        return lab.outside().dialer().connect(host, port, deadline);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body()).orElseThrow();
    }

    public static String networkInfo(HttpResponse<String> response) {
        return response.headers().firstValue("x-ms-keyvault-network-info").orElse("");
    }

    /** For a proxy that is tunnelled to: the bytes that ask for the next hop. */
    public static void connect(Socket socket, String target) throws IOException {
        socket.getOutputStream().write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException(head.toString());
        }
    }

    public static InetSocketAddress at(URI uri) {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }
}
