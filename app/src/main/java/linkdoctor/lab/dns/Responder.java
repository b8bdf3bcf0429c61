package linkdoctor.lab.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsAnswer.Address;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/** One DNS server of the lab without its sockets: what it would say, and what is wrong with it. */
final class Responder {
    /** Servers of the Internet that anyone may ask. */
    static final List<Ip> PUBLIC = List.of(Ip.of("8.8.8.8"), Ip.of("1.1.1.1"));

    private final Ip ip;
    private final View view;
    private final View internet;
    private final Optional<Trouble> trouble;
    private final String detail;
    private final Duration delay;
    private final ConcurrentHashMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    private Responder(Ip ip, View view, View internet, Optional<World.Fault> fault, Duration latency) {
        this.ip = ip;
        this.view = view;
        this.internet = internet;
        this.trouble = fault.map(found -> Trouble.named(found.what()));
        this.detail = fault.map(World.Fault::detail).orElse("");
        this.delay = has(Trouble.SLOW) ? latency.plusMillis(Long.parseLong(detail)) : latency;
    }

    private static Responder of(Ip ip, View view, Estate estate, World world) {
        return new Responder(ip, view, new PublicView(estate, world), Trouble.of(world, ip),
                world.latency().getOrDefault("dns", Duration.ZERO));
    }

    /** What stands at every address where no server does. */
    static Responder silent() {
        View nothing = name -> new View.Step.NoWay();
        return new Responder(Ip.of("0.0.0.0"), nothing, nothing,
                Optional.of(new World.Fault("dns", "*", "drop", "")), Duration.ZERO);
    }

    /** Azure's own server, the custom ones, and recursive ones of the Internet. */
    static List<Responder> all(Estate estate, World world) {
        List<Responder> all = new ArrayList<>();
        Optional<View> fromClient = world.client().subnet()
                .map(subnet -> new NetworkView(subnet.parent(), estate, world));
        fromClient.ifPresent(view -> all.add(of(Ip.AZURE_DNS, view, estate, world)));
        Set<Ip> open = new LinkedHashSet<>(PUBLIC);
        open.addAll(world.client().resolvers());
        open.remove(Ip.AZURE_DNS);
        for (World.NameServer server : world.dnsServers()) {
            open.remove(server.ip());
            all.add(of(server.ip(), seenFrom(server, estate, world), estate, world));
        }
        open.forEach(ip -> all.add(of(ip, new PublicView(estate, world), estate, world)));
        return all;
    }

    private static View seenFrom(World.NameServer server, Estate estate, World world) {
        if (!server.forwards()) {
            return new PublicView(estate, world);
        }
        return server.network().<View>map(network -> new NetworkView(network, estate, world))
                .orElse(name -> new View.Step.NoWay());
    }

    Ip ip() {
        return ip;
    }

    Duration delay() {
        return delay;
    }

    boolean has(Trouble what) {
        return trouble.filter(what::equals).isPresent();
    }

    /** Nobody listens at all. */
    boolean closed() {
        return has(Trouble.REFUSE) && !detail.equals("rcode");
    }

    /** Whether a stub resolver gets an answer out of it. */
    boolean usable() {
        return trouble.isEmpty() || has(Trouble.TRUNCATE) || has(Trouble.NXDOMAIN) || has(Trouble.FLAKY)
                || has(Trouble.SLOW);
    }

    /** @param type a record type, which tells A from AAAA when answers take turns */
    DnsAnswer answer(String name, String type) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        int turn = asked.computeIfAbsent(type + " " + wanted, first -> new AtomicInteger()).getAndIncrement();
        if (has(Trouble.SERVFAIL) || has(Trouble.REFUSE) || has(Trouble.NXDOMAIN)) {
            String rcode = has(Trouble.SERVFAIL) ? "SERVFAIL" : has(Trouble.REFUSE) ? "REFUSED" : "NXDOMAIN";
            return new DnsAnswer(rcode, List.of(), List.of(), false);
        }
        View from = has(Trouble.FLAKY) && turn % 4 >= 2 ? internet : view;
        DnsAnswer answer = from.answer(wanted);
        List<Address> turned = new ArrayList<>(answer.addresses());
        Collections.rotate(turned, turn);
        return new DnsAnswer(answer.rcode(), answer.aliases(), turned, false);
    }
}
