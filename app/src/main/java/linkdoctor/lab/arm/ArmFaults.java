package linkdoctor.lab.arm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import linkdoctor.lab.World.Fault;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Answer.Delivery;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The faults a scenario puts into ARM: a status, broken JSON, or an answer that does not arrive whole. */
final class ArmFaults {
    private final List<Fault> faults;
    private final Set<Fault> spent = ConcurrentHashMap.newKeySet();

    ArmFaults(List<Fault> faults) {
        this.faults = faults.stream().filter(fault -> fault.service().equals("arm")).toList();
    }

    /** What goes wrong with this request, if anything does. */
    Optional<Answer> strike(Request request) {
        return faults.stream().filter(fault -> concerns(fault, request)).findFirst().map(ArmFaults::struck);
    }

    private boolean concerns(Fault fault, Request request) {
        boolean here = fault.where().equals("*")
                || request.path().toLowerCase(Locale.ROOT).contains(fault.where().toLowerCase(Locale.ROOT));
        // "once" leaves the retry alone.
        return here && (!fault.detail().contains("once") || spent.add(fault));
    }

    private static Answer struck(Fault fault) {
        Answer whole = Answer.json(200, Json.object().put("value", "the half of this that arrives is no JSON"));
        return switch (fault.what()) {
            case "hang" -> whole.delivered(Delivery.HANG);
            case "reset" -> whole.delivered(Delivery.RESET);
            case "half" -> whole.delivered(Delivery.HALF);
            case "garbage" -> new Answer(200, whole.headers(),
                    "{\"value\":[{\"id\":\"/subscr".getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
            default -> status(Integer.parseInt(fault.what()), fault.detail().replace("once", "").strip());
        };
    }

    private static Answer status(int status, String detail) {
        boolean seconds = detail.matches("\\d+");
        Answer answer = switch (status) {
            case 429 -> ArmErrors.of(429, "ResourceRequestsThrottled", "Number of requests for action "
                    + "'Microsoft.KeyVault/vaults/read' exceeded the limit of '150' for time interval '01:00:00'. "
                    + "Please try again after '" + (seconds ? detail : "10") + "' seconds.");
            case 500 -> ArmErrors.of(500, code(detail, "InternalServerError"),
                    "Encountered internal server error. Diagnostic information: timestamp '20261120T101500Z'.");
            case 503 -> ArmErrors.of(503, code(detail, "ServiceUnavailable"),
                    "The service is unavailable. Please try again later.");
            default -> ArmErrors.of(status, code(detail, "Fault"), "The practice Azure was told to answer " + status
                    + ".");
        };
        return seconds ? answer.with("Retry-After", detail) : answer;
    }

    private static String code(String detail, String otherwise) {
        return detail.isEmpty() || detail.matches("\\d+") ? otherwise : detail;
    }
}
