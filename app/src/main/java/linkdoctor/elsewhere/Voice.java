package linkdoctor.elsewhere;

import java.time.Duration;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;

/** How one machine's facts are told: where and when they were seen, and why some were not. */
record Voice(ProbeOutput output) {

    /** Something that took no time worth telling. */
    Evidence evidence(String asked, String answered, CommandLine tryYourself) {
        return evidence(asked, answered, 0, 0, tryYourself);
    }

    /** @param after milliseconds from the start of the script */
    Evidence evidence(String asked, String answered, long after, long millis, CommandLine tryYourself) {
        return new Evidence(asked + " (seen on " + output.host() + ")", answered, output.at().plusMillis(after), Duration.ofMillis(millis), tryYourself.bash());
    }

    /** A fact that is not in the output. {@code tools} are those without which it cannot be seen. */
    <T> Probed<T> absent(String what, String... tools) {
        String skipped = output.all("skipped").stream().map(line -> line.value(0)).filter(one -> java.util.List.of(tools).contains(one.split(" ")[0])).findFirst()
                .map(one -> "The time of the probe script was up on " + output.host() + " before " + what + " was looked at.").orElse("");
        String missing = output.all("missing").stream().map(line -> line.value(0)).filter(one -> java.util.List.of(tools).contains(one)).findFirst()
                .map(one -> "There is no " + one.replace(",", ", no ") + " on " + output.host() + ", so " + what + " was not looked at.").orElse("");
        return Probed.notTried(!missing.isEmpty() ? missing : !skipped.isEmpty() ? skipped : output.cut()
                .orElse("The probe script did not look at " + what + " on " + output.host() + "."));
    }
}
