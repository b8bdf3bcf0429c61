package linkdoctor.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Asked;
import picocli.CommandLine.Option;

/** How to sign in, and to what: Azure, or the lab. */
public final class SignInOptions {
    @Option(names = "--auth", paramLabel = "WAY", description = "How to sign in: browser, device-code, cli, managed-identity "
            + "or environment (default: browser, device code where no browser can open).")
    private Auth auth;
    @Option(names = "--tenant", paramLabel = "ID", description = "Tenant to sign in to (default: the vault's own).")
    private String tenant;
    @Option(names = "--ca-file", paramLabel = "PEM", description = "Extra trusted roots for every TLS connection, as behind an inspecting proxy.")
    private Path caFile;
    @Option(names = "--lab", paramLabel = "SCENARIO", description = "Look at the built-in lab, which needs no account; linkdoctor lab --list names its scenarios.")
    private String scenario;

    /** The ways to sign in that one can name. */
    enum Auth {
        BROWSER, DEVICE_CODE, CLI, MANAGED_IDENTITY, ENVIRONMENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a way to sign in was named. */
    public boolean named() {
        return auth != null;
    }

    public Asked.SignIn way() {
        return auth == null ? Asked.SignIn.USUAL : Asked.SignIn.valueOf(auth.name());
    }

    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** The file of extra roots; refused where it cannot be read. */
    public Optional<Path> caFile() {
        if (caFile != null && !Files.isReadable(caFile)) {
            throw new Refusal("The file " + caFile + " of --ca-file cannot be read.");
        }
        return Optional.ofNullable(caFile);
    }

    public Optional<String> scenario() {
        return Optional.ofNullable(scenario);
    }
}
