package linkdoctor.probe.azure.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import com.azure.core.exception.HttpResponseException;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;

/** What an exception of the SDK means: which kind of trouble, in one sentence, and what would help. */
public final class Trouble {
    private static final Pattern REFUSED_ACTION = Pattern.compile("perform action '([^']+)' over scope '([^']+)'");

    private Trouble() {
    }

    public static Failure of(Throwable thrown, Question question, Trace trace, Limit limit) {
        Optional<Told> told = find(thrown, Told.class);
        if (told.isPresent()) {
            return told.get().failure();
        }
        Optional<HttpResponseException> answered = find(thrown, HttpResponseException.class)
                .filter(e -> e.getResponse() != null);
        if (answered.isPresent()) {
            return ofAnswer(answered.get(), question, trace);
        }
        if (find(thrown, ArmAddress.Foreign.class).isPresent()) {
            return Failure.of(Kind.GARBAGE, sentence(question.server() + " gave a list that cannot be read to its end: "
                    + find(thrown, ArmAddress.Foreign.class).get().getMessage()));
        }
        Kind kind = kind(thrown);
        String needs = switch (kind) {
            case REFUSED, UNREACHABLE, TIMEOUT, RESET -> "A way from this machine to " + question.server() + ".";
            case UNTRUSTED -> "The certificate authority of an inspecting proxy, given as a CA file.";
            case DENIED, NOT_FOUND, THROTTLED, GARBAGE, SERVER_ERROR, NOT_SIGNED_IN, CANCELLED, UNSUPPORTED -> "";
        };
        return new Failure(kind, sentence(question.server() + ": " + said(kind, thrown, limit)), needs);
    }

    /** The kind of trouble of an exception that is no answer. */
    public static Kind kind(Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            Optional<Kind> kind = switch (cause) {
                case InterruptedException _, CancellationException _ -> Optional.of(Kind.CANCELLED);
                case HttpTimeoutException _, TimeoutException _ -> Optional.of(Kind.TIMEOUT);
                case UnknownHostException _, UnresolvedAddressException _, NoRouteToHostException _ ->
                        Optional.of(Kind.UNREACHABLE);
                case CertificateException _ -> Optional.of(Kind.UNTRUSTED);
                case EOFException _, SocketException _ when !(cause instanceof ConnectException) -> Optional.of(Kind.RESET);
                case ProtocolException _, Sized.TooLong _ -> Optional.of(Kind.GARBAGE);
                default -> Optional.empty();
            };
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return byText(thrown);
    }

    /** The JDK tells several kinds of trouble apart by the text alone. */
    private static Kind byText(Throwable thrown) {
        if (find(thrown, ConnectException.class).isPresent()) {
            return Kind.REFUSED;
        }
        Optional<SSLException> tls = find(thrown, SSLException.class);
        if (tls.isPresent()) {
            return text(tls.get()).contains("certificate") || text(tls.get()).contains("pkix") ? Kind.UNTRUSTED : Kind.RESET;
        }
        Optional<IOException> io = find(thrown, IOException.class);
        if (io.isPresent()) {
            String text = text(io.get());
            return text.contains("tunnel failed") || text.contains("proxy") ? Kind.UNREACHABLE
                    : text.contains("json") || text.contains("status line") || text.contains("unexpected char")
                    || io.get().getClass().getName().contains("json") ? Kind.GARBAGE : Kind.RESET;
        }
        return Kind.GARBAGE;
    }

    /** In a few words, for evidence. */
    static String word(Throwable thrown) {
        return switch (kind(thrown)) {
            case TIMEOUT -> "timed out";
            case REFUSED -> "connection refused";
            case RESET -> "connection broken";
            case UNREACHABLE -> "not reachable";
            case UNTRUSTED -> "certificate not trusted";
            case CANCELLED -> "given up";
            case GARBAGE, DENIED, NOT_FOUND, THROTTLED, SERVER_ERROR, NOT_SIGNED_IN, UNSUPPORTED -> "not understood";
        };
    }

    private static Failure ofAnswer(HttpResponseException e, Question question, Trace trace) {
        int status = e.getResponse().getStatusCode();
        ErrorBody body = trace.last().map(x -> ErrorBody.parse(x.body())).orElse(new ErrorBody("", "", ""));
        String answer = question.server() + " answered " + status + (body.code().isEmpty() ? "" : " " + body.code());
        return switch (status) {
            case 401 -> new Failure(Kind.DENIED, sentence(answer + ": the token was not accepted for " + question.scope()),
                    question.needs());
            case 403 -> denied(answer, body, question);
            case 404 -> Failure.of(Kind.NOT_FOUND, sentence(answer + ": there is no " + question.scope()));
            case 409 -> Failure.of(Kind.SERVER_ERROR, sentence(answer + ": " + body.message()));
            case 429 -> {
                String wait = Patience.retryAfter(e.getResponse())
                        .map(d -> ", and asks to wait " + d.toSeconds() + " seconds").orElse("");
                yield new Failure(Kind.THROTTLED, sentence(answer + ": too many requests" + wait),
                        "Time: run the check again later.");
            }
            default -> status >= 500 ? Failure.of(Kind.SERVER_ERROR, sentence(answer))
                    : status < 400 ? Failure.of(Kind.GARBAGE, sentence(answer + " with a body that cannot be read"))
                    : Failure.of(Kind.GARBAGE, sentence(answer + (body.message().isEmpty() ? "" : ": " + body.message())));
        };
    }

    private static Failure denied(String answer, ErrorBody body, Question question) {
        Matcher named = REFUSED_ACTION.matcher(body.message());
        String action = named.find() ? named.group(1) : question.action();
        String scope = named.hasMatch() ? named.group(2) : question.scope();
        return new Failure(Kind.DENIED, sentence(answer + ": the signed-in identity has no right to " + action + " on " + scope),
                action + " on " + scope);
    }

    private static String said(Kind kind, Throwable thrown, Limit limit) {
        return switch (kind) {
            case TIMEOUT -> "no answer within " + seconds(limit);
            case REFUSED -> "the connection was refused";
            case RESET -> "the connection broke before the answer was complete";
            case UNREACHABLE -> causes(thrown).stream().map(Throwable::getMessage)
                    .filter(m -> m != null && m.toLowerCase(Locale.ROOT).contains("tunnel failed")).findFirst()
                    .map(m -> "the proxy refused to connect there (" + m + ")").orElse("it cannot be reached, or its name does not resolve");
            case UNTRUSTED -> "its certificate is not trusted";
            case CANCELLED -> "the question was given up";
            case GARBAGE, DENIED, NOT_FOUND, THROTTLED, SERVER_ERROR, NOT_SIGNED_IN, UNSUPPORTED ->
                    "the answer cannot be understood";
        };
    }

    private static String seconds(Limit limit) {
        long millis = limit.whole().toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static String sentence(String text) {
        String clean = ErrorBody.clean(text).strip();
        return clean.endsWith(".") ? clean : clean + ".";
    }

    private static String text(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        causes(thrown).forEach(cause -> all.append(cause.getMessage()).append(' '));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** The exception and what caused it, outermost first. */
    public static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable at = thrown; at != null && !causes.contains(at); at = at.getCause()) {
            causes.add(at);
        }
        return causes;
    }

    private static <E extends Throwable> Optional<E> find(Throwable thrown, Class<E> kind) {
        return causes(thrown).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
