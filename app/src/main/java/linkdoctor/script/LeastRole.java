package linkdoctor.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The built-in role with the fewest rights that has those a repair takes. Source: Azure's list of built-in roles, of November 2026. */
final class LeastRole {
    private static final Pattern ACTION = Pattern.compile("Microsoft\\.[A-Za-z]+(?:/[A-Za-z]+)+");
    /** By what an action begins with; the longest that fits decides. */
    private static final Map<String, String> ROLES = roles();

    private LeastRole() {
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("Microsoft.Network/privateDnsZones/", "Private DNS Zone Contributor");
        roles.put("Microsoft.Network/", "Network Contributor");
        roles.put("Microsoft.KeyVault/", "Key Vault Contributor");
        roles.put("Microsoft.Authorization/roleAssignments/", "Role Based Access Control Administrator");
        roles.put("Microsoft.Insights/", "Monitoring Contributor");
        roles.put("Microsoft.OperationalInsights/", "Log Analytics Contributor");
        return roles;
    }

    /** @param needs rights as a remedy says them */
    static List<String> of(String needs) {
        return ACTION.matcher(needs).results().map(MatchResult::group).map(LeastRole::role).filter(role -> !role.isEmpty()).distinct().toList();
    }

    private static String role(String action) {
        return ROLES.entrySet().stream().filter(one -> action.regionMatches(true, 0, one.getKey(), 0, one.getKey().length()))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
