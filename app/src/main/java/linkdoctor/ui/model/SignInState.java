package linkdoctor.ui.model;

import linkdoctor.facts.azure.Identity;
import linkdoctor.probe.SignInPrompt;

/** How far a sign-in has come. */
public sealed interface SignInState {

    /** Nobody is signed in; {@code said} is why the last attempt came to nothing, or empty. */
    record Out(String said) implements SignInState {
    }

    /** The program is about to ask. */
    record Starting() implements SignInState {
    }

    /** A person must act. */
    record Waiting(SignInPrompt prompt) implements SignInState {
    }

    record In(Identity who) implements SignInState {
    }

    /** The user goes on without; {@code said} is why nobody could be signed in where that is the case to practise, else empty. */
    record Without(String said) implements SignInState {
    }
}
