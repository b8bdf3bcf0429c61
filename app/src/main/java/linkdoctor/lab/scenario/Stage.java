package linkdoctor.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import linkdoctor.facts.Ip;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.ClientMachine;

/** The practice Azure while a scenario changes it: the estate, and the world in its parts. */
final class Stage {
    final Estate estate;
    ClientMachine client;
    final List<Account> accounts;
    final List<World.NameServer> dnsServers;
    final Map<String, Ip> publicNames;
    final List<World.Fault> faults;
    final Map<String, Duration> latency;

    Stage(Estate estate, World world) {
        this.estate = estate;
        this.client = world.client();
        this.accounts = new ArrayList<>(world.accounts());
        this.dnsServers = new ArrayList<>(world.dnsServers());
        this.publicNames = new LinkedHashMap<>(world.publicNames());
        this.faults = new ArrayList<>(world.faults());
        this.latency = new LinkedHashMap<>(world.latency());
    }

    /** Changes the accounts that are meant. */
    void accounts(Line line, String who, UnaryOperator<Account> change) {
        accounts.replaceAll(account -> Names.means(line, who, account) ? change.apply(account) : account);
    }

    World world() {
        return new World(client, List.copyOf(accounts), List.copyOf(dnsServers), Map.copyOf(publicNames),
                List.copyOf(faults), Map.copyOf(latency));
    }
}
