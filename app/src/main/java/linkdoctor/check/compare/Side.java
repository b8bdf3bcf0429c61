package linkdoctor.check.compare;

import java.time.Instant;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Run;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.host.Client;

/**
 * One of two looks that are compared, judged by this version of the program whatever version looked.
 *
 * @param version of the program that looked; may be empty
 */
public record Side(Diagnosis diagnosis, Instant finished, String version) {
    /** What the vault is called where all names are replaced: it is the first to get an alias. */
    private static final String ALIAS = "vault-1";

    public Snapshot facts() {
        return diagnosis.facts();
    }

    /** When, from where and by whom it was taken, "2026-03-02 09:00:00 UTC, from jump-box, as engineer@fabrikam.example, version 0.1.0". */
    public String taken() {
        return Run.of(facts()).lookedAt() + person().map(name -> ", as " + name).orElse(", nobody signed in") + (version.isEmpty() ? "" : ", version " + version);
    }

    /** The name of the machine that looked. */
    Optional<String> machine() {
        return facts().client().known().map(Client::hostname);
    }

    /** Who was signed in, by name where there is one. */
    public Optional<String> person() {
        return facts().identity().known().map(who -> who.displayName().isEmpty() ? who.kind() + " " + who.objectId() : who.displayName());
    }

    Optional<String> objectId() {
        return facts().identity().known().map(Identity::objectId);
    }

    /** Whether the run came to its end. */
    boolean whole() {
        return facts().troubles().stream().noneMatch(failure -> failure.kind() == Failure.Kind.CANCELLED);
    }

    boolean aliased() {
        return facts().target().vault().equalsIgnoreCase(ALIAS);
    }

    /** Whether both are of one vault, as far as their names tell. */
    boolean sameVault(Side other) {
        return aliased() || other.aliased() || facts().target().hostname().equalsIgnoreCase(other.facts().target().hostname());
    }
}
