package linkdoctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.cli.Cli;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Look;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.lab.http.Json;

/**
 * Proves the scripts of a service tag with the real Azure CLI: they add what is missing, change nothing when run again, follow
 * the list when it changes, and each is taken back.
 */
final class TagLoop {
    static final String NAME = "service-tag";
    private final Lab lab;
    private final AzureCli az;
    private final Path folder;
    private final List<String> wrong = new ArrayList<>();

    private TagLoop(Lab lab, AzureCli az, Path folder) {
        this.lab = lab;
        this.az = az;
        this.folder = folder;
    }

    /** What did not hold; nothing when all did. */
    static List<String> prove() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("linkdoctor-tags");
        try (Lab lab = Lab.start(Scenarios.named("access-firewall-denied").orElseThrow()); AzureCli az = AzureCli.signedIn(lab)) {
            TagLoop loop = new TagLoop(lab, az, folder);
            loop.all();
            return loop.wrong;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void all() throws IOException, InterruptedException {
        List<String> none = rules();
        tag("20.37.158.0/23", "20.37.194.0/25", "20.37.194.128/25", "13.107.6.0/24", "2603:1030:408:2::/64");
        String first = allow();
        run(first + "/fix.sh");
        List<String> added = rules();
        expect("adds the fewest ranges", added, List.of("13.107.6.0/24", "20.37.158.0/23", "20.37.194.0/24"));
        String again = run(first + "/fix.sh");
        expect("is idle when run again", again.contains("   az "), false);
        tag("20.37.158.0/23", "13.107.9.0/24");
        String second = allow("--prune");
        run(second + "/fix.sh");
        expect("follows the list", rules(), List.of("13.107.9.0/24", "20.37.158.0/23"));
        run(second + "/fix.sh");
        expect("stays so", rules(), List.of("13.107.9.0/24", "20.37.158.0/23"));
        run(second + "/rollback.sh");
        expect("takes the change back", rules(), added);
        run(first + "/rollback.sh");
        expect("takes all back", rules(), none);
    }

    private void expect(String what, Object is, Object wanted) {
        if (!is.equals(wanted)) {
            wrong.add(what + ": " + is + ", not " + wanted);
        }
    }

    private String allow(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> args = new ArrayList<>(List.of("allow", "fabrikam", "--tag", "azuredevops", "--dir", folder.toString()));
        args.addAll(List.of(more));
        expect("is written, " + out, new Cli(Practice.engine(lab), new Terminal(stream, stream, new Look(false, true), false)).run(args.toArray(String[]::new)), 0);
        return folder.resolve("fabrikam-azuredevops-" + (more.length == 0 ? 1 : 2)).toString();
    }

    private String run(String script) throws IOException, InterruptedException {
        AzureCli.Ran ran = az.run(List.of("bash " + CommandLine.quote(script)));
        expect(script + " ends well: " + ran.output(), ran.exit(), 0);
        return ran.output();
    }

    private void tag(String... prefixes) {
        ObjectNode list = Json.object().put("type", "Microsoft.Network/locations/serviceTags");
        ObjectNode tag = list.putArray("values").addObject().put("name", "AzureDevOps");
        ObjectNode properties = tag.putObject("properties").put("changeNumber", String.valueOf(prefixes.length));
        var all = properties.putArray("addressPrefixes");
        Stream.of(prefixes).forEach(all::add);
        lab.estate().put(ResourceId.of("/subscriptions/" + HealthyEstate.WORKLOAD + "/providers/Microsoft.Network/locations/eastus/serviceTags/public"), list);
    }

    private List<String> rules() {
        return StreamSupport.stream(lab.estate().get(HealthyEstate.VAULT).orElseThrow().path("properties").path("networkAcls").path("ipRules").spliterator(), false)
                .map(rule -> rule.path("value").asText()).sorted().toList();
    }
}
