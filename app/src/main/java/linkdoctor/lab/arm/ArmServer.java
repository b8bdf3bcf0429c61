package linkdoctor.lab.arm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.Rights;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** Azure Resource Manager of the practice Azure, from a request to its answer. */
public final class ArmServer {
    private final Estate estate;
    private final ArmFaults faults;
    private final List<Account> accounts;
    private final Operations operations = new Operations();
    private final Map<String, ResourceType> types;

    public ArmServer(Estate estate, World world) {
        this.estate = estate;
        this.accounts = world.accounts();
        this.faults = new ArmFaults(world.faults());
        this.types = Catalogue.TYPES.stream()
                .collect(Collectors.toMap(type -> lower(type.type()), Function.identity()));
    }

    /** Answers a request without a token, or with one that is not valid. */
    public Answer anonymous(Request request) {
        return faults.strike(request).orElseGet(() -> Subscriptions.open(request)
                .orElseGet(() -> ArmErrors.of(401, "AuthenticationFailed",
                        "Authentication failed. The 'Authorization' header is missing.").with("WWW-Authenticate",
                        "Bearer authorization_uri=\"https://login.windows.net/\", error=\"invalid_token\", "
                                + "error_description=\"The authentication failed because of missing "
                                + "'Authorization' header.\"")));
    }

    /** Answers a request of somebody who has signed in. */
    public Answer answer(Request request, Account caller) {
        return faults.strike(request).orElseGet(() -> {
            Call call = new Call(request, ArmPath.of(request.segments()), caller, accounts, estate, operations);
            Answer answer = Subscriptions.open(request).orElseGet(() -> routed(call));
            return request.method().equals("HEAD") ? new Answer(answer.status(), answer.headers(), new byte[0],
                    answer.delivery()) : answer;
        });
    }

    private Answer routed(Call call) {
        if (call.apiVersion().isEmpty()) {
            return ArmErrors.badRequest("MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.");
        }
        Optional<Answer> refused = subscription(call);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Answer> subscriptions = Subscriptions.answer(call);
        return subscriptions.orElseGet(() -> typed(call));
    }

    /** A subscription that is not there, or belongs to another tenant than the token. */
    private Optional<Answer> subscription(Call call) {
        String id = call.id().subscription();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<ObjectNode> subscription = estate.get(ResourceId.of("/subscriptions/" + id));
        if (subscription.isEmpty()) {
            return Optional.of(ArmErrors.subscriptionNotFound(id));
        }
        String tenant = subscription.get().path("tenantId").asText();
        return tenant.equalsIgnoreCase(call.caller().tenant()) ? Optional.empty()
                : Optional.of(Subscriptions.wrongTenant(call.caller().tenant(), tenant));
    }

    private Answer typed(Call call) {
        Optional<ResourceType> own = find(call.path());
        if (own.isEmpty() && call.request().method().equals("POST") && find(call.path().above()).isPresent()) {
            return dispatched(find(call.path().above()).get(), call, call.path().above().id());
        }
        return own.map(type -> dispatched(type, call, call.path().collection() ? call.path().parent() : call.id()))
                .orElseGet(() -> ArmErrors.of(404, "InvalidResourceType", "The resource type '"
                        + call.path().type() + "' could not be found in the namespace '" + call.path().namespace()
                        + "' for api version '" + call.apiVersion() + "'."));
    }

    private Answer dispatched(ResourceType type, Call call, ResourceId scope) {
        String action = type.action(call);
        boolean list = call.path().collection() && call.request().method().equals("GET");
        Rights rights = call.rights();
        // A collection may be read by whoever may read some of it; the list then shows only that.
        if (!type.open(call) && !rights.allows(action, scope) && !(list && rights.partly(action, scope))) {
            return ArmErrors.authorizationFailed(call.caller(), action, scope);
        }
        String group = call.id().resourceGroup();
        if (!group.isEmpty() && estate.get(ResourceId.of("/subscriptions/" + call.id().subscription()
                + "/resourceGroups/" + group)).isEmpty()) {
            return ArmErrors.groupNotFound(group);
        }
        Optional<Answer> orphan = type.orphan(call);
        if (orphan.isPresent()) {
            return orphan.get();
        }
        return switch (call.request().method()) {
            case "GET", "HEAD" -> list ? type.list(call) : type.get(call);
            case "PUT" -> type.put(call);
            case "PATCH" -> type.patch(call);
            case "DELETE" -> type.delete(call);
            case "POST" -> type.post(call);
            default -> ArmErrors.notAllowed(call.request().method(), type.type());
        };
    }

    private Optional<ResourceType> find(ArmPath path) {
        return Stream.of(lower(path.type())).map(types::get).filter(Objects::nonNull).findFirst();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
