package linkdoctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Version;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Arm;
import linkdoctor.probe.Browser;
import linkdoctor.probe.survey.Look;
import linkdoctor.probe.Outside;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.survey.Survey;
import linkdoctor.probe.Trust;
import linkdoctor.probe.azure.AzureArm;
import linkdoctor.probe.azure.CloudFile;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.AzureAccess;
import linkdoctor.probe.dns.DnsNames;
import linkdoctor.probe.dns.SystemResolvers;
import linkdoctor.probe.host.LocalHost;
import linkdoctor.probe.host.ProxyRules;
import linkdoctor.probe.https.HttpsProbe;
import linkdoctor.ui.App;

/** Puts the parts together by hand: the one place that knows all of them. */
final class Wiring implements Engine {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public Reply<Cloud> cloud(Path metadata) {
        try {
            return new Done<>(CloudFile.read(metadata));
        } catch (IOException e) {
            return new Refused<>(e.getMessage());
        }
    }

    @Override
    public Reply<Visit> visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell) {
        try {
            if (asked.scenario().isEmpty()) {
                return new Done<>(visit(asked, cloud, tell, Outside.real(), Trust.of(asked.caFile()), wayIn(asked.signIn()),
                        Optional.empty(), PATIENCE));
            }
            return new Done<>(visit(start(asked.scenario().get()), asked, cloud, tell));
        } catch (IOException e) {
            return new Refused<>(e.getMessage());
        }
    }

    /** A visit to a lab that runs already, usually as its practice account; closing it stops the lab. */
    static Visit visit(Lab lab, Asked asked, Cloud cloud, Consumer<SignInPrompt> tell) throws IOException {
        return visit(lab, lab.outside().browser(), asked, cloud, tell, PATIENCE);
    }

    /** The same with this browser and a person who takes no longer than this. */
    static Visit visit(Lab lab, Browser browser, Asked asked, Cloud cloud, Consumer<SignInPrompt> tell, Duration patience) throws IOException {
        Optional<SignIn> way = asked.signIn() == Asked.SignIn.USUAL ? Optional.of(SignIn.ENVIRONMENT) : wayIn(asked.signIn());
        return visit(asked, cloud, tell, practiceAccount(lab, browser), Trust.practice(lab.caFile(), asked.caFile()), way,
                Optional.of(lab), patience);
    }

    private static Visit visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell, Outside outside, Trust trust, Optional<SignIn> way,
                               Optional<Lab> lab, Duration patience) {
        AzureAccess access = AzureAccess.of(cloud, asked.tenant(), Optional.empty(), trust, proxy(outside), outside, tell, patience, Version.NUMBER);
        SignIn signIn = way.orElseGet(() -> SignIn.usual(outside.environment(), System.getProperty("os.name", "")));
        Optional<Arm> arm = asked.signIn() == Asked.SignIn.NONE ? Optional.empty() : Optional.of(new AzureArm(access, Optional.of(signIn)));
        Survey survey = new Survey(arm, new DnsNames(outside), new HttpsProbe(outside, trust),
                new LocalHost(outside, new SystemResolvers(outside)));
        Look how = new Look(asked.dnsServers(), asked.repeats(), asked.timeout(), signIn.interactive() ? patience : Duration.ZERO,
                asked.tenant().isPresent() || !signIn.interactive(), asked.principals(), asked.audit());
        return new AzureVisit(survey, how, lab);
    }

    private static Optional<SignIn> wayIn(Asked.SignIn asked) {
        return switch (asked) {
            case USUAL, NONE -> Optional.empty();
            case BROWSER -> Optional.of(SignIn.BROWSER);
            case DEVICE_CODE -> Optional.of(SignIn.DEVICE_CODE);
            case CLI -> Optional.of(SignIn.CLI);
            case MANAGED_IDENTITY -> Optional.of(SignIn.MANAGED_IDENTITY);
            case ENVIRONMENT -> Optional.of(SignIn.ENVIRONMENT);
        };
    }

    /** The Azure SDK goes the way that requests of this machine go; in the lab, over its practice network. */
    private static Function<URI, Optional<InetSocketAddress>> proxy(Outside outside) {
        ProxyRules rules = ProxyRules.of(outside);
        return url -> outside.sdkProxy().or(() -> rules.proxy(url).map(Wiring::address));
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(hostAndPort.substring(0, colon).replaceAll("^\\[|]$", ""),
                Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    private static Outside practiceAccount(Lab lab, Browser browser) {
        Map<String, String> environment = new HashMap<>(lab.outside().environment());
        environment.putIfAbsent("AZURE_TENANT_ID", lab.credentials().tenant());
        environment.putIfAbsent("AZURE_CLIENT_ID", lab.credentials().clientId());
        environment.putIfAbsent("AZURE_CLIENT_SECRET", lab.credentials().secret());
        Outside real = lab.outside();
        return new Outside(environment, real.properties(), real.hostsFile(), real.addresses(), real.resolvers(),
                real.dnsRoute(), real.dialer(), real.sdkProxy(), real.imds(), browser);
    }

    @Override
    public List<Scenario> scenarios() {
        Map<String, String> groups = Scenarios.groups();
        return Scenarios.all().stream()
                .map(one -> new Scenario(one.name(), one.title(), one.teaches(), one.target(), groups.get(one.name()))).toList();
    }

    @Override
    public Reply<Closed> window(Optional<Scenario> first) {
        return App.open(this, first);
    }

    @Override
    public Reply<Served> serve(String scenario) {
        try {
            return new Done<>(new ServedLab(start(scenario)));
        } catch (IOException e) {
            return new Refused<>("The lab cannot start: " + e.getMessage());
        }
    }

    private static Lab start(String scenario) throws IOException {
        return Lab.start(Scenarios.named(scenario).orElseThrow(() -> new IOException("The lab has no scenario \"" + scenario + "\".")));
    }
}
