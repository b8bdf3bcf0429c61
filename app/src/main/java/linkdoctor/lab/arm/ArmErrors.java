package linkdoctor.lab.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** ARM's error answers, in its own words. */
public final class ArmErrors {
    private ArmErrors() {
    }

    public static Answer of(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(status, body).with("x-ms-failure-cause", "gateway");
    }

    public static Answer authorizationFailed(Account caller, String action, ResourceId scope) {
        String client = caller.kind().equals("user") ? caller.login() : caller.appId();
        return of(403, "AuthorizationFailed", "The client '" + client + "' with object id '" + caller.objectId()
                + "' does not have authorization to perform action '" + action + "' over scope '" + scope.text()
                + "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
    }

    /** The caller may write the resource, but not use another one with it. */
    public static Answer linkedAuthorizationFailed(Call call, String action, String linkedAction, ResourceId linked) {
        Account caller = call.caller();
        String client = caller.kind().equals("user") ? caller.login() : caller.appId();
        return of(403, "LinkedAuthorizationFailed", "The client '" + client + "' with object id '" + caller.objectId()
                + "' has permission to perform action '" + action + "' on scope '" + call.id().text()
                + "'; however, it does not have permission to perform action(s) '" + linkedAction
                + "' on the linked scope(s) '" + linked.text() + "' (respectively) or the linked scope(s) are invalid.");
    }

    public static Answer invalidReference(ResourceId referenced, ResourceId by) {
        return of(400, "InvalidResourceReference", "Resource " + referenced.text() + " referenced by resource "
                + by.text() + " was not found. Please make sure that the referenced resource exists, and that both "
                + "resources are in the same region.");
    }

    public static Answer subscriptionNotFound(String subscription) {
        return of(404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
    }

    public static Answer groupNotFound(String group) {
        return of(404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
    }

    public static Answer notFound(ArmPath path) {
        String names = String.join("/", path.segments().subList(
                Math.min(path.provider() + 1, path.segments().size()), path.segments().size()));
        return of(404, "ResourceNotFound", "The Resource '" + names + "' under resource group '"
                + path.id().resourceGroup() + "' was not found. For more details please go to "
                + "https://aka.ms/ARMResourceNotFoundFix");
    }

    public static Answer parentNotFound(ResourceId parent) {
        return of(404, "ParentResourceNotFound", "Can not perform requested operation on nested resource. "
                + "Parent resource '" + parent.name() + "' not found.");
    }

    public static Answer badRequest(String code, String message) {
        return of(400, code, message);
    }

    public static Answer notAllowed(String method, String type) {
        return of(405, "MethodNotAllowed", "The practice Azure does not answer " + method + " on '" + type + "'.");
    }
}
