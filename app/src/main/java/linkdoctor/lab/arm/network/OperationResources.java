package linkdoctor.lab.arm.network;

import java.util.Optional;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Where clients ask whether an operation is over. */
final class OperationResources extends ResourceType {
    OperationResources(String type) {
        super(type);
    }

    @Override
    public Optional<Answer> orphan(Call call) {
        return Optional.empty();
    }

    @Override
    public Answer get(Call call) {
        boolean finished = call.operations().finished(call.path().name());
        boolean result = type().endsWith("Results");
        if (result) {
            return finished ? Answer.json(200, Json.object())
                    : Answer.empty(202).with("Retry-After", "1").with("Location", call.origin()
                            + call.request().rawTarget());
        }
        // Private DNS tells of its running operations with 202, the network with 200.
        return finished ? Answer.json(200, Json.object().put("status", "Succeeded"))
                : Answer.json(type().contains("privateDns") ? 202 : 200, Json.object().put("status", "InProgress"))
                        .with("Retry-After", "1");
    }
}
