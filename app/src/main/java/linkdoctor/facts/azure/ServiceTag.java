package linkdoctor.facts.azure;

import java.util.List;

import linkdoctor.facts.Prefix;

/**
 * The addresses that Azure publishes for one of its services.
 *
 * @param changeNumber grows whenever the addresses change
 * @param prefixes     IPv4 and IPv6, as published
 */
public record ServiceTag(String name, String changeNumber, List<Prefix> prefixes) {
    public ServiceTag {
        prefixes = List.copyOf(prefixes);
    }
}
