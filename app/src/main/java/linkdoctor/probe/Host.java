package linkdoctor.probe;

import java.util.List;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.ProxyRoute;

/** This machine. Nothing here throws. */
public interface Host {

    Probed<Client> client();

    /** The hosts file's entries for the vault's names. */
    Probed<HostsFile> hosts(Target target);

    /** The operating system's resolvers, in order. */
    Probed<List<Ip>> resolvers();

    /** The instance metadata service, asked with a short deadline and never through a proxy. */
    Probed<Imds> imds();

    /** Whether this machine's managed identity gives a token for the vault, asked where the machine's platform says. */
    Probed<MachineIdentity> machineIdentity(Target target);

    /** The way out for each URL: environment, then Java's properties, then the system's settings. */
    Probed<List<ProxyRoute>> proxies(List<String> urls);
}
