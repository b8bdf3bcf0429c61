package linkdoctor.explain.read;

import java.util.Optional;

import linkdoctor.explain.Explanation.Caller;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;

/** The values that a pasted text holds whole. */
public record Reading(PastedText text, Optional<String> innerCode, Optional<String> clientAddress, Optional<String> vault,
               Optional<String> location, Optional<String> action, Caller caller, Optional<ResourceId> vaultId) {

    public static Reading of(PastedText text) {
        return new Reading(text, Values.innerCode(text), Values.clientAddress(text), VaultNames.vault(text), Values.location(text),
                Values.action(text), Values.caller(text), VaultNames.id(text));
    }

    public boolean says(String... phrases) {
        return text.says(phrases);
    }

    public boolean inner(String... codes) {
        return innerCode.filter(code -> java.util.Arrays.asList(codes).contains(code)).isPresent();
    }

    /** The same where the inner code is of another error in the text. */
    public Reading withoutInnerCode() {
        return new Reading(text, Optional.empty(), clientAddress, vault, location, action, caller, vaultId);
    }

    /** Whether the text speaks of a key vault at all. */
    public boolean ofKeyVault() {
        return vault.isPresent() || innerCode.filter(code -> code.startsWith("ForbiddenBy")).isPresent()
                || text.says("keyvault", "key_vault", "key-vault", "vault.azure.", "vault.usgovcloudapi.", "vaultcore.", "managedhsm.", "akv1");
    }

    public Optional<Ip> client() {
        return clientAddress.flatMap(Ip::parse);
    }
}
