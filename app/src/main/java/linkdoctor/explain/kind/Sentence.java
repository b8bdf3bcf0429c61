package linkdoctor.explain.kind;

import java.util.Optional;

import linkdoctor.explain.Explanation.Caller;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.ResourceId;

/** The parts of a sentence on who asked which vault for what, as far as the text names them. */
final class Sentence {
    private Sentence() {
    }

    /** "The vault kv-test (westeurope)". */
    static String theVault(Reading reading) {
        return "The vault" + reading.vault().map(name -> " " + name).orElse("") + reading.location().map(where -> " (" + where + ")").orElse("");
    }

    /** "kv-test", or "the vault". */
    static String vault(Reading reading) {
        return reading.vault().orElse("the vault");
    }

    /** "application 52d6…", "containerApps some-app (application 52d6…)" or "the caller". */
    static String caller(Caller caller) {
        Optional<String> principal = caller.appId().map(id -> "application " + id).or(() -> caller.objectId().map(id -> "principal " + id));
        Optional<String> resource = caller.resourceId().map(ResourceId::of).map(id -> type(id) + " " + id.name());
        return resource.map(name -> name + principal.map(id -> " (" + id + ")").orElse("")).or(() -> principal).orElse("the caller");
    }

    /** " from 20.1.2.3", or nothing. */
    static String from(Reading reading) {
        return reading.clientAddress().map(address -> " from " + address).orElse("");
    }

    /** " for secrets get", or nothing. */
    static String forWhat(Reading reading) {
        return reading.action().map(action -> " for " + action).orElse("");
    }

    /** " (ForbiddenByRbac)", or nothing. */
    static String inner(Reading reading) {
        return reading.innerCode().map(code -> " (" + code + ")").orElse("");
    }

    private static String type(ResourceId id) {
        String[] parts = id.text().split("/");
        return parts.length < 2 ? "resource" : parts[parts.length - 2];
    }
}
