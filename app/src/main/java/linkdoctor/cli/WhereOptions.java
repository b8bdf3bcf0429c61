package linkdoctor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Engine;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.facts.dns.DnsServer;
import picocli.CommandLine.Option;

/** Where the vault is: the options that make the target. */
final class WhereOptions {
    @Option(names = "--subscription", paramLabel = "ID", description = "Subscription to look in first, by id or name.")
    private String subscription;
    @Option(names = "--cloud", paramLabel = "public|usgov|china", description = "The Azure cloud (default: as the host name tells, else public).")
    private String cloud;
    @Option(names = "--cloud-file", paramLabel = "F", description = "A cloud as the JSON of Azure Resource Manager's /metadata/endpoints.")
    private Path cloudFile;
    @Option(names = "--endpoint-ip", paramLabel = "IP", description = "The private endpoint's address, for those who may not read the endpoint.")
    private String endpointIp;

    /** The target that vault and options name. */
    Target target(String vault, Engine engine) {
        Optional<Cloud> chosen = chosen(engine);
        List<Cloud> known = new ArrayList<>(Cloud.KNOWN);
        chosen.filter(one -> !known.contains(one)).ifPresent(one -> known.addFirst(one));
        return switch (TargetParser.parse(vault, chosen, known)) {
            case TargetParser.Refused(String said) -> throw new Refusal(said);
            case TargetParser.Read(Target read) -> new Target(read.given(), read.vault(), read.cloud(),
                    Optional.ofNullable(subscription).filter(id -> !id.isBlank()).or(read::subscription), read.resourceId(), endpoint());
        };
    }

    private Optional<Cloud> chosen(Engine engine) {
        if (cloud != null && cloudFile != null) {
            throw new Refusal("--cloud and --cloud-file exclude each other; give one of them.");
        }
        if (cloudFile != null) {
            return Optional.of(RootCommand.value(engine.cloud(cloudFile)));
        }
        return Optional.ofNullable(cloud).map(name -> Cloud.KNOWN.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new Refusal("There is no cloud \"" + name + "\"; --cloud takes public, usgov or china, and --cloud-file any other.")));
    }

    private Optional<Ip> endpoint() {
        return Optional.ofNullable(endpointIp).map(text -> Ip.typed(text)
                .orElseThrow(() -> new Refusal("\"" + text + "\" is no address; --endpoint-ip takes one such as 10.1.1.5.")));
    }

    /** @see DnsServer#typed */
    static DnsServer dnsServer(String text) {
        return DnsServer.typed(text).orElseThrow(() -> new Refusal("\"" + text
                + "\" is no DNS server; --dns-server takes an address and perhaps a port, such as 10.0.0.4:53."));
    }
}
