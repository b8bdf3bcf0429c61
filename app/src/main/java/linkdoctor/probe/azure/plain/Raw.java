package linkdoctor.probe.azure.plain;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;

import linkdoctor.probe.azure.wire.Trace;

/** A request for which the SDK has no model, and its answer as plain maps and lists. */
public final class Raw {
    private Raw() {
    }

    /** @throws HttpResponseException when the answer is an error */
    public static Map<?, ?> get(HttpPipeline pipeline, String url, Trace trace) throws IOException {
        return sent(pipeline, new HttpRequest(HttpMethod.GET, url), trace);
    }

    /**
     * Puts a question that stands in the body; it changes nothing.
     *
     * @throws HttpResponseException when the answer is an error
     */
    static Map<?, ?> post(HttpPipeline pipeline, String url, Object body, Trace trace) throws IOException {
        HttpRequest request = new HttpRequest(HttpMethod.POST, url).setBody(BinaryData.fromObject(body));
        request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
        return sent(pipeline, request, trace);
    }

    private static Map<?, ?> sent(HttpPipeline pipeline, HttpRequest request, Trace trace) throws IOException {
        HttpResponse response = pipeline.send(request, trace.context()).block();
        if (response == null || response.getStatusCode() >= 400) {
            throw new HttpResponseException("refused", response);
        }
        return parse(trace.body());
    }

    /** @throws IOException when the text is no JSON object */
    public static Map<?, ?> parse(String json) throws IOException {
        try (JsonReader reader = JsonProviders.createReader(json)) {
            if (reader.readUntyped() instanceof Map<?, ?> map) {
                return map;
            }
        } catch (RuntimeException e) {
            throw new IOException("not JSON", e);
        }
        throw new IOException("not a JSON object");
    }

    /** The value at a path of names; an empty map where there is none. */
    public static Map<?, ?> map(Object from, String... path) {
        Object at = from;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at instanceof Map<?, ?> map ? map : Map.of();
    }

    public static List<?> list(Map<?, ?> from, String name) {
        return from.get(name) instanceof List<?> list ? list : List.of();
    }

    public static String text(Map<?, ?> from, String name) {
        return from.get(name) instanceof String text ? text : "";
    }
}
