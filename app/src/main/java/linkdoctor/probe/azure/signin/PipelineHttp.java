package linkdoctor.probe.azure.signin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.util.Context;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/** MSAL's requests on our own pipeline: the same proxies and the same trust as everything else. */
record PipelineHttp(HttpPipeline pipeline) implements IHttpClient {
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    @Override
    public IHttpResponse send(HttpRequest asked) {
        com.azure.core.http.HttpRequest request =
                new com.azure.core.http.HttpRequest(HttpMethod.valueOf(asked.httpMethod().name()), asked.url());
        if (asked.headers() != null) {
            asked.headers().forEach((name, value) -> request.setHeader(HttpHeaderName.fromString(name), value));
        }
        if (asked.body() != null) {
            request.setBody(asked.body());
        }
        try (com.azure.core.http.HttpResponse got = pipeline.sendSync(request, Context.NONE)) {
            // MSAL would hold back the next attempts of the whole program for a while, and say less.
            if (got.getStatusCode() >= FAULT || got.getStatusCode() == TOO_MANY) {
                throw new NotReady(got.getStatusCode() == TOO_MANY ? SignInTrouble.TOO_MANY : SignInTrouble.FAULT);
            }
            HttpResponse answer = new HttpResponse().statusCode(got.getStatusCode()).body(got.getBodyAsString().block());
            answer.addHeaders(headers(got));
            return answer;
        }
    }

    private static Map<String, List<String>> headers(com.azure.core.http.HttpResponse of) {
        return of.getHeaders().stream().collect(Collectors.toMap(HttpHeader::getName, HttpHeader::getValuesList, (a, b) -> a, TreeMap::new));
    }
}
