package linkdoctor.check.client;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.Client;
import linkdoctor.remedy.Remedy;

/** Guide section 1: the guide is for clients of one's own; Cloud Shell and managed services stand outside the network. */
public final class ClientPlatform implements Check {
    private static final Finding CLOUD_SHELL = Finding.fail("client.cloud-shell",
            "Azure Cloud Shell cannot use the private link",
            "Cloud Shell runs on a machine of Azure's own, outside every network of yours, so its requests come over the "
                    + "Internet. It is often taken for a machine in the network because it is opened from the portal.",
            Links.DIAGNOSTICS);
    private static final Finding MANAGED = Finding.note("client.managed-service",
            "This runs in a managed service",
            "The guide is for machines in the endpoint's network; a managed service sends its requests from outside unless "
                    + "it was joined to that network. Some services are let in as trusted ones, for the uses that Microsoft "
                    + "lists; App Service is so only for certificates, and Azure DevOps is not at all.",
            Links.TRUSTED_SERVICES);

    @Override
    public String id() {
        return "client.platform";
    }

    @Override
    public String title() {
        return "This is a machine that can use a private link";
    }

    @Override
    public List<Finding> findings() {
        return List.of(CLOUD_SHELL, MANAGED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.client(), client -> {
            String marker = client.platform().marker().map(name -> " (" + name + " is set)").orElse("");
            return switch (client.platform().kind()) {
                case MACHINE -> Outcome.pass("Nothing speaks of Cloud Shell or a managed service: this is "
                        + client.hostname() + " (" + client.operatingSystem() + ").");
                case CLOUD_SHELL -> cloudShell(facts, marker);
                case APP_SERVICE -> managed(facts, client.platform().kind(), "in Azure App Service" + marker, "Let the app reach the endpoint's network");
                case PIPELINES_HOSTED -> managed(facts, client.platform().kind(), "on an agent of Azure Pipelines hosted by Microsoft" + marker,
                        "Run the job where the private link is");
            };
        });
    }

    private static Outcome managed(Snapshot facts, Client.Kind platform, String where, String summary) {
        OutsideCaller kind = OutsideCaller.of(platform).orElseThrow();
        List<String> advice = Stream.concat(kind.advice().stream(), Stream.of(kind.standing(),
                "Rules for addresses do nothing while public access is disabled.")).toList();
        return Outcome.problem(MANAGED, "This runs " + where + joined(facts) + ".", Remedy.byHand(summary, advice.toArray(String[]::new)));
    }

    /** Cloud Shell can be set up inside a network; then the proof is in the answer. */
    private static Outcome cloudShell(Snapshot facts, String marker) {
        return LinkProof.of(facts)
                .map(proof -> Outcome.pass("This Cloud Shell was set up inside a network: " + proof.said() + ".").because(proof.evidence()))
                .orElseGet(() -> Outcome.problem(CLOUD_SHELL, "This is Azure Cloud Shell" + marker + ", which is not in the endpoint's network.",
                        Remedy.byHand("Look from a machine in the network",
                                "Run Link Doctor on a virtual machine in the endpoint's network or a peer of it; Azure Bastion opens one from the portal.",
                                "Or set Cloud Shell up inside a virtual network, in its settings.")));
    }

    private static String joined(Snapshot facts) {
        return LinkProof.of(facts).isPresent() ? ", and its requests do arrive over private link" : "";
    }
}
