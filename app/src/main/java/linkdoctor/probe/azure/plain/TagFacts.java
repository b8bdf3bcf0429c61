package linkdoctor.probe.azure.plain;

import java.util.List;
import java.util.Map;

import com.azure.core.http.HttpPipeline;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Azure's service tags, with the addresses that each has now. */
public final class TagFacts {
    private final Asking asking;
    private final HttpPipeline arm;
    private final Cloud cloud;

    public TagFacts(Asking asking, HttpPipeline arm, Cloud cloud) {
        this.asking = asking;
        this.arm = arm;
        this.cloud = cloud;
    }

    /** Every tag, as told to this subscription in this region. */
    public Probed<List<ServiceTag>> tags(String subscription, String location, Limit limit) throws InterruptedException {
        String path = "/subscriptions/" + subscription + "/providers/Microsoft.Network/locations/" + location + "/serviceTags?api-version=2023-09-01";
        return asking.ask(Question.arm("Microsoft.Network/locations/serviceTags/read", "subscription " + subscription,
                        "network", "list-service-tags", "--location", location, "--subscription", subscription), limit,
                trace -> Raw.list(Raw.get(arm, cloud.arm() + path, trace), "values").stream().map(TagFacts::tag).toList(),
                found -> Words.count(found.size(), "service tag"));
    }

    private static ServiceTag tag(Object item) {
        Map<?, ?> properties = Raw.map(item, "properties");
        return new ServiceTag(Raw.text(Raw.map(item), "name"), Raw.text(properties, "changeNumber"), Raw.list(properties, "addressPrefixes").stream()
                .filter(String.class::isInstance).map(String.class::cast).flatMap(text -> Prefix.parse(text.strip()).stream()).toList());
    }
}
