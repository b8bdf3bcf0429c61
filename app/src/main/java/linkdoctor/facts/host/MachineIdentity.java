package linkdoctor.facts.host;

import java.util.Optional;

/**
 * What this machine's managed identity gives to whoever asks on the machine for a token of Key Vault. The token itself is
 * nowhere kept.
 *
 * @param service  who gives the tokens
 * @param state what came of asking for one
 * @param said  the word of whoever gives them, where it refused; may be empty
 * @param token what the token says of itself, where one was given
 * @param proxy where programs that heed the proxy's settings send the question instead: HOST:PORT
 */
public record MachineIdentity(Source service, State state, String said, Optional<Token> token, Optional<String> proxy) {

    /** Who gives tokens on a machine. */
    public enum Source {
        /** The instance metadata service of a virtual machine. */
        INSTANCE_METADATA,
        /** The agent of Azure Arc. */
        ARC,
        /** The endpoint of App Service, Functions or Container Apps. */
        APP_SERVICE
    }

    /** What came of asking. */
    public enum State {
        GIVEN,
        /** No identity is assigned. */
        NONE_ASSIGNED,
        /** Several user-assigned identities are there, and the one meant must be named. */
        SEVERAL,
        /** It is there, and wants a proof that only some accounts of the machine can give. */
        WANTS_PROOF,
        REFUSED
    }

    /** The claims of a token. */
    public record Token(String objectId, String appId, String tenant, String audience) {
    }
}
