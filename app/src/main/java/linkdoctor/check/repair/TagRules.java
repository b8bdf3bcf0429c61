package linkdoctor.check.repair;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import linkdoctor.facts.Prefix;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Vault;

/** What a service tag asks of a vault's firewall: IPv4 ranges to add, and earlier ones that the tag no longer holds. */
public sealed interface TagRules {
    /** So many rules for addresses a vault takes. */
    int MOST = 1000;

    /**
     * It can be done.
     *
     * @param wanted all ranges of the tag, collapsed
     * @param add    those that no rule covers yet
     * @param remove rules of an earlier run that the tag no longer asks for, as the vault writes them
     */
    record Fits(List<Prefix> wanted, List<Prefix> add, List<String> remove) implements TagRules {
        public Fits {
            wanted = List.copyOf(wanted);
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /** The vault takes no more; {@code said} is one sentence. */
    record TooMany(String said) implements TagRules {
    }

    /** @param earlier what earlier runs for this tag added and may now be removed; none keeps all */
    static TagRules of(Vault vault, ServiceTag tag, Collection<Prefix> earlier) {
        List<String> there = vault.rules().map(Vault.NetworkRules::ipRules).orElse(List.of());
        List<Prefix> wanted = Ranges.collapsed(tag.prefixes());
        Set<Prefix> gone = new HashSet<>(earlier);
        wanted.forEach(gone::remove);
        List<String> remove = there.stream().filter(rule -> Prefix.parse(rule).filter(gone::contains).isPresent()).toList();
        List<Prefix> kept = there.stream().filter(rule -> !remove.contains(rule)).flatMap(rule -> Prefix.parse(rule).stream()).toList();
        List<Prefix> add = wanted.stream().filter(range -> !Ranges.cover(kept, range)).toList();
        int rules = there.size() - remove.size() + add.size();
        return rules <= MOST ? new Fits(wanted, add, remove) : new TooMany("The firewall of " + vault.name() + " has " + there.size() + " rules for addresses, and "
                + tag.name() + " would make them " + rules + ", where a vault takes " + MOST + ": remove some, or take a private way.");
    }
}
