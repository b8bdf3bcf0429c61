package linkdoctor.check.healthstatus;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.remedy.Remedy;

/** Every answer of Key Vault says how the request reached it; one without that header comes from something else. */
public final class FromKeyVault implements Check {
    private static final Finding NOT_KEY_VAULT = Finding.fail("healthstatus.not-key-vault",
            "The answer does not come from Key Vault",
            "Something else answers under the vault's name, so that tokens sent there go astray. Usually a proxy or gateway "
                    + "answers with a page of its own, or the name resolves to the address of another server.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "healthstatus.from-key-vault";
    }

    @Override
    public String title() {
        return "The answer comes from Key Vault";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NOT_KEY_VAULT);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return ByName.the(facts, live -> live.answer().known().map(answer -> judge(live, answer))
                .orElseGet(() -> Outcome.skipped("There is no answer to look at.")));
    }

    private static Outcome judge(LiveRequest live, LiveRequest.Answer answer) {
        String server = answer.server().map(name -> ", server " + name).orElse("");
        return answer.networkInfo().isPresent()
                ? Outcome.pass("The answer carries " + NetworkInfo.HEADER
                        + answer.serviceVersion().map(version -> " and service version " + version).orElse("") + ".")
                : Outcome.problem(NOT_KEY_VAULT, ByName.to(live) + " answers with status " + answer.status() + server
                        + " and without the header " + NetworkInfo.HEADER + ".",
                        Remedy.byHand("Find out what answers at " + ByName.to(live),
                                "Look at the certificate and at the server the answer names.",
                                "Where a proxy answers in the vault's place, let the vault's traffic pass it by."));
    }
}
