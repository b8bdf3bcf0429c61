package linkdoctor.facts.azure;

import linkdoctor.facts.ResourceId;

import java.util.Optional;

/** A soft-deleted vault; its name stays taken until {@code purgeDate} (ISO 8601). */
public record DeletedVault(ResourceId vaultId, String location, String deletionDate, String purgeDate,
                           Optional<Boolean> purgeProtection) {
}
