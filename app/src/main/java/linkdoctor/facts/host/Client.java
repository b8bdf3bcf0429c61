package linkdoctor.facts.host;

import linkdoctor.facts.Ip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The machine that looks.
 *
 * @param addresses its own addresses, loopback and link-local left out
 * @param platform  where it runs, as far as its environment tells
 * @param told      when the probe script told of it there; empty for the machine that the program itself runs on
 */
public record Client(String hostname, String operatingSystem, List<Ip> addresses, Platform platform, Optional<Instant> told) {
    public Client {
        addresses = List.copyOf(addresses);
    }

    /** The machine that the program itself runs on. */
    public static Client here(String hostname, String operatingSystem, List<Ip> addresses, Platform platform) {
        return new Client(hostname, operatingSystem, addresses, platform, Optional.empty());
    }

    /** Where the program runs. {@code marker} names the environment variable that told. */
    public record Platform(Kind kind, Optional<String> marker) {
    }

    /** The kinds of platform that change the advice. */
    public enum Kind {
        /** A machine of the user's own. */
        MACHINE,
        /** Azure Cloud Shell: never inside the user's network. */
        CLOUD_SHELL,
        /** Azure App Service, Functions or Container Apps. */
        APP_SERVICE,
        /** An agent of Azure Pipelines hosted by Microsoft. */
        PIPELINES_HOSTED
    }
}
