package linkdoctor.lab.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import linkdoctor.lab.World;
import linkdoctor.lab.World.Fault;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Answer.Delivery;
import linkdoctor.lab.http.Request;

/**
 * What goes wrong with one service's answers because a scenario says so. A fault's {@code where} is looked for in the
 * target and, since the sign-in service is told in the form what a token is for, in the body.
 */
final class Faults {
    private final List<Fault> faults;
    private final Set<Fault> spent = ConcurrentHashMap.newKeySet();

    Faults(World world, String service) {
        faults = world.faults().stream().filter(fault -> fault.service().equals(service)).toList();
    }

    /**
     * The answer that a fault puts in the place of the service's own.
     *
     * @param refusal makes the service's answer of a status and the fault's detail
     */
    Optional<Answer> strike(Request request, BiFunction<Integer, String, Answer> refusal) {
        return faults.stream().filter(fault -> concerns(fault, request))
                .flatMap(fault -> struck(fault, refusal).stream()).findFirst();
    }

    private boolean concerns(Fault fault, Request request) {
        String where = fault.where().toLowerCase(Locale.ROOT);
        boolean here = where.equals("*") || request.rawTarget().toLowerCase(Locale.ROOT).contains(where)
                || request.text().toLowerCase(Locale.ROOT).contains(where);
        // "once" leaves the retry alone.
        return here && (!fault.detail().contains("once") || spent.add(fault));
    }

    private static Optional<Answer> struck(Fault fault, BiFunction<Integer, String, Answer> refusal) {
        Answer some = new Answer(200, Map.of("Content-Type", "application/json; charset=utf-8"),
                "{\"value\":[{\"id\":\"ht".getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
        return switch (fault.what()) {
            case "hang" -> Optional.of(some.delivered(Delivery.HANG));
            case "reset" -> Optional.of(some.delivered(Delivery.RESET));
            case "half" -> Optional.of(some.delivered(Delivery.HALF));
            case "garbage" -> Optional.of(some);
            case String what when what.matches("\\d{4,8}") -> Optional.of(refusal.apply(400, what));
            default -> fault.what().matches("[1-5]\\d\\d") ? Optional.of(refusal.apply(Integer.valueOf(fault.what()),
                    fault.detail().replace("once", "").strip())) : Optional.empty(); // a fault of another layer
        };
    }
}
