package linkdoctor.facts.azure;

import linkdoctor.facts.Listing;

import java.util.Optional;

/**
 * What looking for the vault in every readable subscription found. Where ARM knows it neither way,
 * {@code gaps} of the searched subscriptions tell whether it may be where we cannot read.
 */
public record VaultSearch(Optional<Vault> vault, Optional<DeletedVault> deleted, Listing<Subscription> searched) {
}
