package linkdoctor.probe.azure.plain;

import java.util.List;
import java.util.Optional;

import com.azure.core.http.HttpPipeline;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.monitor.Workspace;
import linkdoctor.facts.monitor.Workspaces;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Log Analytics workspaces: those of a subscription, or one. */
public final class WorkspaceFacts {
    private static final String TYPE = "/providers/Microsoft.OperationalInsights/workspaces";
    private static final String VERSION = "?api-version=2023-09-01";
    private static final String RIGHT = "Microsoft.OperationalInsights/workspaces/read";
    private final Asking asking;
    private final HttpPipeline arm;
    private final Cloud cloud;

    public WorkspaceFacts(Asking asking, HttpPipeline arm, Cloud cloud) {
        this.asking = asking;
        this.arm = arm;
        this.cloud = cloud;
    }

    /** The workspace that the user named, else those of the vault's subscription. */
    public Probed<Workspaces> near(ResourceId vault, Optional<ResourceId> chosen, Limit limit) throws InterruptedException {
        return chosen.isPresent() ? one(chosen.get(), limit).map(found -> new Workspaces(List.of(found), chosen))
                : all(vault.subscription(), limit).map(found -> new Workspaces(found, Optional.empty()));
    }

    private Probed<List<Workspace>> all(String subscription, Limit limit) throws InterruptedException {
        // The list comes in one piece.
        return asking.ask(Question.arm(RIGHT, "subscription " + subscription, "monitor", "log-analytics", "workspace", "list", "--subscription", subscription),
                limit, trace -> Raw.list(Raw.get(arm, cloud.arm() + "/subscriptions/" + subscription + TYPE + VERSION, trace), "value").stream()
                        .map(WorkspaceFacts::workspace).toList(),
                found -> Words.count(found.size(), "workspace") + (found.isEmpty() ? "" : ", " + Words.list(found.stream().map(one -> one.id().name()).toList())));
    }

    /** One workspace, for the id by which it is queried. */
    Probed<Workspace> one(ResourceId id, Limit limit) throws InterruptedException {
        return asking.ask(Question.arm(RIGHT, id.text(), "monitor", "log-analytics", "workspace", "show", "--resource-group", id.resourceGroup(),
                        "--workspace-name", id.name(), "--subscription", id.subscription()), limit,
                trace -> workspace(Raw.get(arm, cloud.arm() + id.text() + VERSION, trace)), found -> found.id().name() + " in " + found.location());
    }

    private static Workspace workspace(Object item) {
        return new Workspace(ResourceId.of(Raw.text(Raw.map(item), "id")), Raw.text(Raw.map(item), "location"),
                Raw.text(Raw.map(item, "properties"), "customerId"));
    }
}
