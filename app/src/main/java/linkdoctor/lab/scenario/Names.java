package linkdoctor.lab.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World.Account;

/** Short names for the well-known documents and people, so that scenario files can be read. */
final class Names {
    private static final Pattern GROUP = Pattern.compile("\\$\\{(group-[a-z0-9-]+)}");
    private static final Map<String, String> KNOWN = known();
    /** Those who look; the admins are there to repair. */
    private static final List<String> CALLERS = List.of("engineer", "app", "machine");

    private Names() {
    }

    /** A full id, or a short name with or without a path below it: {@code vnet-app/subnets/snet-app}. */
    static ResourceId id(Line line, String text) {
        if (text.startsWith("/")) {
            return ResourceId.of(text);
        }
        String[] parts = text.split("/", 2);
        if (!KNOWN.containsKey(parts[0])) {
            throw new BadLine(line, "\"" + parts[0] + "\" is no short name; known are "
                    + String.join(", ", KNOWN.keySet()) + ".");
        }
        return ResourceId.of(KNOWN.get(parts[0]) + (parts.length > 1 ? "/" + parts[1] : ""));
    }

    /** Puts ids in place of {@code ${name}}. */
    static String filled(Line line, String text) {
        String filled = text;
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            filled = filled.replace("${" + known.getKey() + "}", known.getValue());
        }
        filled = GROUP.matcher(filled).replaceAll(group -> guid(group.group(1)));
        if (filled.contains("${")) {
            throw new BadLine(line, "a ${name} in it is no short name; known are " + String.join(", ", KNOWN.keySet())
                    + ".");
        }
        return filled;
    }

    /** An identifier for a text, always the same: a group has that of its name. */
    static String guid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Whether an account is meant: {@code engineer}, {@code app}, {@code machine}, {@code callers} for all three, or a group,
     * whose name begins with {@code group-}.
     */
    static boolean means(Line line, String who, Account account) {
        if (account.kind().equals("group") && account.displayName().equals(who)) {
            return true;
        }
        if (who.startsWith("group-")) {
            return false;
        }
        if (!who.equals("callers") && !CALLERS.contains(who)) {
            throw new BadLine(line, "\"" + who + "\" is nobody; known are callers, " + String.join(", ", CALLERS) + ".");
        }
        Stream<String> meant = who.equals("callers") ? CALLERS.stream() : Stream.of(who);
        return meant.map(Names::objectId).anyMatch(account.objectId()::equals);
    }

    private static String objectId(String who) {
        return switch (who) {
            case "engineer" -> HealthyEstate.ENGINEER.objectId();
            case "app" -> HealthyEstate.APP.objectId();
            default -> HealthyEstate.MACHINE.objectId();
        };
    }

    private static Map<String, String> known() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("vault", HealthyEstate.VAULT.text());
        names.put("pec", HealthyEstate.CONNECTION.text());
        names.put("pe", HealthyEstate.ENDPOINT.text());
        names.put("zone-group", HealthyEstate.ZONE_GROUP.text());
        names.put("nic", HealthyEstate.ENDPOINT_NIC.text());
        names.put("zone", HealthyEstate.ZONE.text());
        names.put("link-app", HealthyEstate.LINK_APP.text());
        names.put("link-hub", HealthyEstate.LINK_HUB.text());
        names.put("record", HealthyEstate.RECORD.text());
        names.put("vnet-app", HealthyEstate.VNET_APP.text());
        names.put("vnet-hub", HealthyEstate.VNET_HUB.text());
        names.put("snet-app", HealthyEstate.SNET_APP.text());
        names.put("snet-endpoints", HealthyEstate.SNET_ENDPOINTS.text());
        names.put("jump-box", HealthyEstate.JUMP_BOX.text());
        names.put("jump-nic", HealthyEstate.JUMP_BOX_NIC.text());
        names.put("diagnostics", HealthyEstate.VAULT.text() + "/providers/microsoft.insights/diagnosticSettings/kv-audit");
        names.put("hub", "/subscriptions/" + HealthyEstate.HUB);
        names.put("workload", "/subscriptions/" + HealthyEstate.WORKLOAD);
        names.put("sandbox", "/subscriptions/" + HealthyEstate.SANDBOX);
        names.put("management-group", "/providers/Microsoft.Management/managementGroups/mg-fabrikam");
        names.put("everything", "/");
        return names;
    }
}
