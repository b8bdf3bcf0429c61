package linkdoctor.facts.azure;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A private DNS zone with the required name or one that looks like it.
 *
 * @param records the A record sets named like the vault: none, or one
 */
public record PrivateZone(ResourceId id, String name, Probed<List<Link>> links, Probed<List<RecordSet>> records) {

    /** A virtual network link; {@code state} Completed or InProgress. */
    public record Link(ResourceId id, ResourceId network, String state, String provisioningState,
                       boolean registration, Optional<String> resolutionPolicy) {

        public boolean complete() {
            return state.equalsIgnoreCase("Completed") || state.isEmpty();
        }

        /** "Fallback to internet": a lost record gives the public answer in place of NXDOMAIN. */
        public boolean fallsBackToInternet() {
            return resolutionPolicy.filter("NxDomainRedirect"::equalsIgnoreCase).isPresent();
        }
    }

    /** An A record set; {@code ttl} in seconds; {@code metadata} names the endpoint that wrote it. */
    public record RecordSet(String name, List<Ip> addresses, long ttl, Map<String, String> metadata) {
        public RecordSet {
            addresses = List.copyOf(addresses);
            metadata = Map.copyOf(metadata);
        }
    }
}
