package linkdoctor.probe.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.host.Imds;
import linkdoctor.probe.Deadlines;
import linkdoctor.probe.Timed;

/** Azure's instance metadata service: only a virtual machine in Azure has one, and never behind a proxy. */
final class MetadataService {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABSENT =
            "No instance metadata service answers: this is no Azure virtual machine, or it is blocked.";

    /** A true answer has a few KiB. */
    private static final HttpResponse.BodyHandler<String> WHOLE =
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), 1024 * 1024);

    private final URI url;

    MetadataService(URI base) {
        this.url = URI.create(base.toString().replaceAll("/$", "") + "/metadata/instance?api-version=2021-02-01");
    }

    Probed<Imds> ask() {
        Instant at = Instant.now();
        try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(Deadlines.IMDS).build()) {
            return fetch(client, at);
        }
    }

    private Probed<Imds> fetch(HttpClient client, Instant at) {
        HttpRequest request = HttpRequest.newBuilder(url).header("Metadata", "true").timeout(Deadlines.IMDS).GET().build();
        try {
            return read(Timed.within(Deadlines.IMDS, () -> client.send(request, WHOLE)), at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Failure.Kind.CANCELLED, "Asking the instance metadata service was cancelled.", at, "cancelled");
        } catch (TimeoutException | java.net.http.HttpTimeoutException e) {
            return failed(Failure.Kind.TIMEOUT, ABSENT, at, "no answer within " + Deadlines.IMDS.toMillis() + " ms");
        } catch (IOException e) {
            return failed(Failure.Kind.UNREACHABLE, ABSENT, at, "no connection, or none that lasted");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            // Close would wait for an answer that no longer matters.
            client.shutdownNow();
        }
    }

    private Probed<Imds> read(HttpResponse<String> response, Instant at) {
        if (response.statusCode() != 200) {
            return failed(kind(response.statusCode()), "The instance metadata service answers " + response.statusCode()
                    + ": what it knows of this machine is not known.", at, String.valueOf(response.statusCode()));
        }
        try {
            JsonNode document = JSON.readTree(response.body());
            if (!document.path("compute").isObject()) {
                return failed(Failure.Kind.GARBAGE, "Something else than Azure's instance metadata service answers at "
                        + url.getHost() + ".", at, "200 without a compute part");
            }
            Imds imds = imds(document);
            return Probed.seen(imds, evidence(at, "200, " + said(imds)));
        } catch (JsonProcessingException e) {
            return failed(Failure.Kind.GARBAGE, "The instance metadata service answers something that is no JSON.", at,
                    "200, no JSON");
        }
    }

    private static Failure.Kind kind(int status) {
        return switch (status) {
            case 404 -> Failure.Kind.NOT_FOUND;
            case 429 -> Failure.Kind.THROTTLED;
            case 401, 403 -> Failure.Kind.DENIED;
            default -> status >= 500 ? Failure.Kind.SERVER_ERROR : Failure.Kind.GARBAGE;
        };
    }

    private static Imds imds(JsonNode document) {
        JsonNode compute = document.path("compute");
        List<Imds.Nic> nics = each(document.path("network").path("interface")).map(MetadataService::nic).toList();
        return new Imds(ResourceId.parse(compute.path("resourceId").asText()), compute.path("location").asText(),
                compute.path("subscriptionId").asText(), nics);
    }

    private static Imds.Nic nic(JsonNode nic) {
        List<Ip> addresses = new ArrayList<>();
        List<Prefix> subnets = new ArrayList<>();
        for (JsonNode family : List.of(nic.path("ipv4"), nic.path("ipv6"))) {
            each(family.path("ipAddress")).flatMap(address -> Ip.parse(address.path("privateIpAddress").asText()).stream())
                    .forEach(addresses::add);
            each(family.path("subnet")).flatMap(subnet ->
                    Prefix.parse(subnet.path("address").asText() + "/" + subnet.path("prefix").asText()).stream())
                    .forEach(subnets::add);
        }
        return new Imds.Nic(nic.path("macAddress").asText().replaceAll("[^0-9A-Fa-f]", ""), addresses, subnets);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String said(Imds imds) {
        String nics = imds.nics().stream().map(nic -> Words.list(nic.addresses()) + " in " + Words.list(nic.subnets())).collect(Collectors.joining("; "));
        Optional<String> machine = imds.machine().map(ResourceId::name);
        return machine.orElse("a machine without resource id") + " in " + imds.location() + ", " + nics;
    }

    private Probed<Imds> failed(Failure.Kind kind, String said, Instant at, String answered) {
        return Probed.failed(Failure.of(kind, said), evidence(at, answered));
    }

    private Evidence evidence(Instant at, String answered) {
        return new Evidence("GET " + url, answered, at, Duration.between(at, Instant.now()),
                CommandLine.of("curl", "-s", "--noproxy", "*", "-m", "1", "-H", "Metadata: true", url.toString()).bash());
    }
}
