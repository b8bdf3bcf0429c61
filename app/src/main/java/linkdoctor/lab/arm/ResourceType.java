package linkdoctor.lab.arm;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/**
 * How ARM answers for one type of resource. This general form serves documents of the estate as they are and keeps
 * what is written; types with a mind of their own override it.
 */
public class ResourceType {
    private static final int PAGE = 50;

    private final String type;

    public ResourceType(String type) {
        this.type = type;
    }

    /** With its namespace, in Azure's own spelling. */
    public final String type() {
        return type;
    }

    /** The right that a request needs, and over what; a collection is read at its scope. */
    public String action(Call call) {
        return switch (call.request().method()) {
            case "GET", "HEAD" -> type + "/read";
            case "DELETE" -> type + "/delete";
            case "POST" -> type + "/" + call.path().name() + "/action";
            default -> type + "/write";
        };
    }

    /** Whether everybody who has signed in may ask this, whatever his rights. */
    public boolean open(Call call) {
        return false;
    }

    /** The document as ARM shows it. */
    public ObjectNode shown(ObjectNode document, Call call) {
        return document;
    }

    public Answer get(Call call) {
        return document(call).map(found -> withEtag(Answer.json(200, shown(found, call)), found))
                .orElseGet(() -> ArmErrors.notFound(call.path()));
    }

    /** What the collection holds, in the estate. */
    public List<ObjectNode> members(Call call) {
        return call.estate().below(call.path().parent(), type);
    }

    /** Whether the caller may see this member of the collection. */
    public boolean visible(ObjectNode member, Call call) {
        return call.rights().allows(type + "/read", ResourceId.of(member.path("id").asText()));
    }

    public Answer list(Call call) {
        List<ObjectNode> visible = members(call).stream().filter(member -> visible(member, call)).toList();
        int skip = call.request().query("$skiptoken").map(ResourceType::number).orElse(0);
        int top = call.request().query("$top").map(ResourceType::number).filter(n -> n > 0).orElse(PAGE);
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        visible.stream().skip(skip).limit(top).forEach(member -> value.add(shown(member, call)));
        if (skip + top < visible.size()) {
            page.put("nextLink", call.origin() + call.path().id().text() + "?api-version=" + call.apiVersion()
                    + "&$skiptoken=" + (skip + top));
        }
        return Answer.json(200, page);
    }

    /** The refusal when the resource that this one would lie in is not there. */
    public Optional<Answer> orphan(Call call) {
        ResourceId parent = call.path().parent();
        boolean inResource = ArmPath.of(parent).provider() < ArmPath.of(parent).segments().size();
        return inResource && call.estate().get(parent).isEmpty()
                ? Optional.of(ArmErrors.parentNotFound(parent)) : Optional.empty();
    }

    public Answer put(Call call) {
        Optional<ObjectNode> before = call.document();
        ObjectNode document = call.body();
        document.put("id", call.id().text()).put("name", call.path().name()).put("type", type);
        document.withObjectProperty("properties").put("provisioningState", "Succeeded");
        call.estate().put(call.id(), document);
        return Answer.json(before.isPresent() ? 200 : 201, shown(document, call));
    }

    public Answer patch(Call call) {
        Optional<ObjectNode> before = document(call);
        if (before.isEmpty()) {
            return ArmErrors.notFound(call.path());
        }
        ObjectNode document = before.get();
        if (call.body().path("tags").isObject()) {
            document.set("tags", call.body().get("tags"));
        }
        document.withObjectProperty("properties").setAll(call.body().withObjectProperty("properties"));
        call.estate().put(call.id(), document);
        return Answer.json(200, shown(document, call));
    }

    public Answer delete(Call call) {
        return Answer.empty(call.estate().remove(call.id()) ? 200 : 204);
    }

    /** A POST: on a resource {@code call.path().name()} names the action. */
    public Answer post(Call call) {
        return ArmErrors.notAllowed("POST", type);
    }

    protected Optional<ObjectNode> document(Call call) {
        return call.document().filter(found -> found.path("type").asText().equalsIgnoreCase(type));
    }

    private static Answer withEtag(Answer answer, ObjectNode document) {
        return document.path("etag").isTextual() ? answer.with("ETag", document.get("etag").asText()) : answer;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
