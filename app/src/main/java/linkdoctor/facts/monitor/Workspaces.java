package linkdoctor.facts.monitor;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.ResourceId;

/**
 * The workspaces that could keep the vault's audit log.
 *
 * @param all    those of the vault's subscription, or the chosen one alone
 * @param chosen the one that the user named
 */
public record Workspaces(List<Workspace> all, Optional<ResourceId> chosen) {
    public Workspaces {
        all = List.copyOf(all);
    }
}
