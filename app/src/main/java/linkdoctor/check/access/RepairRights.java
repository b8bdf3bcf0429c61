package linkdoctor.check.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;

/** Whether the caller has the right that a repair takes. Only rights at the vault are read, so of others nothing is known. */
public final class RepairRights {
    private static final Pattern ACTION = Pattern.compile("Microsoft\\.[A-Za-z]+(?:/[A-Za-z]+)+");
    /** What is allowed or not at the vault itself. */
    private static final Pattern AT_VAULT = Pattern.compile("Microsoft\\.KeyVault/vaults/.*|Microsoft\\.Authorization/roleAssignments/.*"
            + "|Microsoft\\.Insights/diagnosticSettings/.*");

    /** What is known of a right. */
    public enum Known { HELD, NOT_HELD, UNKNOWN }

    private RepairRights() {
    }

    /** @param needs as a remedy says it: actions, all of them, or alternatives with "or" between */
    public static Known of(Snapshot facts, String needs) {
        Optional<List<AccessRights.Permission>> permissions = facts.rights().known().flatMap(rights -> rights.permissions().known());
        List<Known> alternatives = Arrays.stream(needs.split(" or ")).map(all -> all(permissions, all)).toList();
        return alternatives.contains(Known.HELD) ? Known.HELD
                : alternatives.stream().allMatch(Known.NOT_HELD::equals) ? Known.NOT_HELD : Known.UNKNOWN;
    }

    private static Known all(Optional<List<AccessRights.Permission>> permissions, String needs) {
        List<String> actions = ACTION.matcher(needs).results().map(MatchResult::group).toList();
        if (permissions.isEmpty() || actions.isEmpty()) {
            return Known.UNKNOWN;
        }
        List<Known> each = actions.stream().map(action -> !AT_VAULT.matcher(action).matches() ? Known.UNKNOWN
                : Rights.manages(permissions.get(), action) ? Known.HELD : Known.NOT_HELD).toList();
        return each.contains(Known.NOT_HELD) ? Known.NOT_HELD : Set.copyOf(each).equals(Set.of(Known.HELD)) ? Known.HELD : Known.UNKNOWN;
    }
}
