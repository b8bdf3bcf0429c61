package linkdoctor.facts.https;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header {@code x-ms-keyvault-network-info}: how the service says the request reached it. The old form has
 * {@code addr} and {@code act_addr_fam} alone; today's adds {@code conn_type}, {@code private_endpoint} and
 * {@code subnet}, in any order. Unknown keys are kept.
 */
public record NetworkInfo(String raw, Map<String, String> fields) {
    public static final String HEADER = "x-ms-keyvault-network-info";

    public NetworkInfo {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static NetworkInfo parse(String header) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : header.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            }
        }
        return new NetworkInfo(header, fields);
    }

    /** {@code PrivateLink}, {@code Subnet}, {@code Ipv4} …; empty in the old form. */
    public Optional<String> connectionType() {
        return Optional.ofNullable(fields.get("conn_type"));
    }

    public Optional<ResourceId> privateEndpoint() {
        return Optional.ofNullable(fields.get("private_endpoint")).filter(id -> !id.isEmpty()).map(ResourceId::of);
    }

    /** The header in a few words, "x-ms-keyvault-network-info says PrivateLink from 10.1.0.4 over pe-fabrikam". */
    public String told() {
        String way = privateEndpoint().map(id -> " over " + id.name())
                .or(() -> Optional.ofNullable(fields.get("subnet")).map(ResourceId::of).map(id -> " in " + id.parent().name() + "/" + id.name())).orElse("");
        String from = Optional.ofNullable(fields.get("addr")).map(address -> " from " + address).orElse("");
        String told = connectionType().map(type -> " " + type).orElse("") + from + way;
        return HEADER + " says " + (told.isEmpty() ? raw.strip() : told.strip());
    }

    /** {@code 10.1.0.4:51234} and {@code [::1]:51234} without what follows the address. */
    private static String withoutPort(String addr) {
        return addr.startsWith("[") ? addr.replaceFirst("^\\[([^\\]]*)\\].*$", "$1") : addr.replaceFirst(":\\d+$", "");
    }

    /** Where the request came from, as the service saw it. */
    public Optional<Ip> source() {
        return Optional.ofNullable(fields.get("addr")).flatMap(addr -> Ip.parse(addr).or(() -> Ip.parse(withoutPort(addr))));
    }
}
