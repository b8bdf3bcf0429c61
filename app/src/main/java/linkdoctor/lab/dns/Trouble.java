package linkdoctor.lab.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.lab.World;

/** What goes wrong with a DNS server of the lab. */
enum Trouble {
    /** Nothing ever comes back. */
    DROP,
    /** No process listens there. With the detail {@code rcode} it listens and answers REFUSED. */
    REFUSE,
    SERVFAIL,
    /** Answers fit TCP alone. */
    TRUNCATE,
    /** Answers fit TCP alone, and TCP is closed. */
    TRUNCATE_NO_TCP,
    /** Another id than the question's, and a forged address. */
    WRONG_ID,
    NXDOMAIN,
    /** Private, private, public, public, and again: any three questions in a row see both. */
    FLAKY,
    /** Answers after the detail's milliseconds. */
    SLOW,
    /** Something that is no DNS. */
    GARBAGE;

    static Optional<World.Fault> of(World world, Ip server) {
        return world.faults().stream().filter(fault -> fault.service().equals("dns"))
                .filter(fault -> fault.where().equals("*") || fault.where().equals(server.toString())).findFirst();
    }

    /** @throws IllegalArgumentException when a scenario asks for something that no server here can do */
    static Trouble named(String what) {
        String name = what.toUpperCase(Locale.ROOT).replace('-', '_');
        List<Trouble> known = Arrays.stream(values()).filter(trouble -> trouble.name().equals(name)).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no fault of DNS servers is called " + what);
        }
        return known.getFirst();
    }
}
