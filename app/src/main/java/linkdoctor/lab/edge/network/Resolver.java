package linkdoctor.lab.edge.network;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.Ip;

/** Name resolution as one machine of the practice network has it. */
@FunctionalInterface
public interface Resolver {

    /** The addresses of a name; empty when it has none or no server could say. */
    Optional<List<Ip>> resolve(String name);
}
