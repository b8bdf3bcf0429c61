package linkdoctor.explain.kind;

import java.util.List;

import linkdoctor.check.access.Throttling;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/** Too many requests. */
final class Throttled {
    static final List<Kind> KINDS = List.of(new Kind(reading -> reading.says("requestwasnotprocessedbecausetoomanyrequestswerereceived",
            "vaultrequesttypelimitreached") || reading.ofKeyVault() && reading.says("\"throttled\"", "code:throttled", "(throttled)",
            "toomanyrequests",
            "status:429", "statuscode=429", "statuscode429", "statuscode\":429", "requeststhrottled"), Throttled::told));

    private Throttled() {
    }

    private static Explanation told(Reading reading) {
        boolean subscription = reading.says("subscriptionrequeststhrottled", "requestsforsubscription");
        String whose = subscription ? "Azure Resource Manager turned requests of the subscription away"
                : Sentence.theVault(reading) + " turned the request of " + Sentence.caller(reading.caller()) + " away";
        String limit = reading.says("vaultrequesttypelimitreached") ? Throttling.limit("VaultRequestTypeLimitReached").map(said -> " " + said).orElse("") : "";
        return Telling.of(reading, Layer.THROTTLING, "access.throttled", whose + " with 429; network path and rights are not what failed." + limit,
                subscription ? Remedy.byHand("Send fewer requests", "Wait for the time in Retry-After, and try again ever more slowly.",
                        "Find what lists or deploys so often: the activity log of the subscription names callers and operations.") : Throttling.fewerRequests());
    }
}
