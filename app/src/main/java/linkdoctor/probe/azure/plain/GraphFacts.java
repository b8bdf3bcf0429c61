package linkdoctor.probe.azure.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.azure.core.http.HttpPipeline;

import linkdoctor.facts.Probed;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.AccessRights.Group;
import linkdoctor.facts.azure.Principal;
import linkdoctor.facts.CommandLine;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;
import linkdoctor.probe.azure.wire.Trace;

/** The directory, as far as Microsoft Graph shows it: who a principal is, and the groups it is in. */
public final class GraphFacts {
    private static final int MOST_PAGES = 100;
    private static final String TYPE = "#microsoft.graph.";
    private final Asking asking;
    private final HttpPipeline pipeline;
    private final Optional<String> address;

    /** @param address of Microsoft Graph in this cloud, where it is known */
    public GraphFacts(Asking asking, HttpPipeline pipeline, Optional<String> address) {
        this.asking = asking;
        this.pipeline = pipeline;
        this.address = address;
    }

    /** Who it is. */
    public Probed<Principal.Entry> entry(String objectId, Limit limit) throws InterruptedException {
        if (address.isEmpty()) {
            return unknownAddress();
        }
        String url = address.get() + "/v1.0/directoryObjects/" + objectId;
        return asking.ask(question("Directory.Read.All", "object " + objectId, url), limit, trace -> entry(Raw.get(pipeline, url, trace)),
                found -> found.kind() + " " + found.displayName());
    }

    /** @param kind as in {@link Principal.Entry} */
    public Probed<List<Group>> groups(String kind, String objectId, Limit limit) throws InterruptedException {
        if (address.isEmpty()) {
            return unknownAddress();
        }
        String url = address.get() + "/v1.0/" + (kind.endsWith("s") ? kind : kind + "s") + "/" + objectId
                + "/transitiveMemberOf?$select=id,displayName&$top=999";
        return asking.ask(question("GroupMember.Read.All", "the groups of " + objectId, url), limit, trace -> groups(url, trace),
                found -> Words.count(found.size(), "group"));
    }

    private List<Group> groups(String first, Trace trace) throws Exception {
        List<Group> groups = new ArrayList<>();
        String next = first;
        for (int page = 0; !next.isEmpty(); page++) {
            if (page == MOST_PAGES) {
                throw new IllegalStateException("a list without end");
            }
            Map<?, ?> answer = Raw.get(pipeline, next, trace);
            Raw.list(answer, "value").stream().map(Raw::map).filter(one -> Raw.text(one, "@odata.type").isEmpty()
                            || Raw.text(one, "@odata.type").equals(TYPE + "group"))
                    .map(one -> new Group(Raw.text(one, "id"), Raw.text(one, "displayName"))).forEach(groups::add);
            next = Raw.text(answer, "@odata.nextLink");
        }
        return List.copyOf(groups);
    }

    private static Principal.Entry entry(Map<?, ?> found) {
        String type = Raw.text(found, "@odata.type");
        String kind = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
        String user = Raw.text(found, "userPrincipalName");
        return new Principal.Entry(kind, user.isEmpty() ? Raw.text(found, "displayName") : user);
    }

    private static Question question(String right, String scope, String url) {
        return new Question("Microsoft Graph", right, scope.toLowerCase(Locale.ROOT), CommandLine.of("az", "rest", "--url", url));
    }

    private static <T> Probed<T> unknownAddress() {
        return Probed.notTried("The address of Microsoft Graph in this cloud is not known.");
    }
}
