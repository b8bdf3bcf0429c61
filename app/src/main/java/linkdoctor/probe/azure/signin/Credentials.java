package linkdoctor.probe.azure.signin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.Browser;
import linkdoctor.probe.SignInPrompt;

/**
 * Makes the credential for each way to sign in.
 *
 * @param cloud       whose authority is asked
 * @param clientId    the application to sign in with; empty takes the usual one
 * @param environment environment variables
 * @param pipeline    the way to the authority
 * @param browser     where a person signs in
 * @param patience    how long a person may take
 * @param tell        told what the user must do
 */
record Credentials(Cloud cloud, Optional<String> clientId, Map<String, String> environment, HttpPipeline pipeline,
                   Browser browser, Duration patience, Consumer<SignInPrompt> tell) {
    /** The tenant of whoever signs in. */
    static final String ANY_ORGANISATION = "organizations";
    private static final Duration CLI_PATIENCE = Duration.ofSeconds(18);

    /** @throws NotReady when this machine lacks what the way needs */
    TokenCredential of(SignIn way, Optional<String> tenant) {
        return switch (way) {
            case BROWSER -> Person.inBrowser(cloud, tenant.orElse(ANY_ORGANISATION), clientId, pipeline, browser, patience, tell);
            case DEVICE_CODE -> Person.withDeviceCode(cloud, tenant.orElse(ANY_ORGANISATION), clientId, pipeline, patience, tell);
            case CLI -> new AzureCli(tenant, environment, CLI_PATIENCE);
            case MANAGED_IDENTITY -> managedIdentity();
            case ENVIRONMENT -> environment(tenant);
        };
    }

    private TokenCredential managedIdentity() {
        ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().pipeline(pipeline);
        clientId.ifPresent(builder::clientId);
        return builder.build();
    }

    private TokenCredential environment(Optional<String> tenant) {
        Optional<String> client = clientId.or(() -> variable("AZURE_CLIENT_ID"));
        Optional<String> in = tenant.or(() -> variable("AZURE_TENANT_ID"));
        Optional<String> secret = variable("AZURE_CLIENT_SECRET");
        Optional<String> certificate = variable("AZURE_CLIENT_CERTIFICATE_PATH");
        List<String> missing = new ArrayList<>();
        if (in.isEmpty()) {
            missing.add("AZURE_TENANT_ID");
        }
        if (client.isEmpty()) {
            missing.add("AZURE_CLIENT_ID");
        }
        if (secret.isEmpty() && certificate.isEmpty()) {
            missing.add("AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH)");
        }
        if (!missing.isEmpty()) {
            throw new NotReady("Set the environment variable" + (missing.size() == 1 ? " " : "s ")
                    + String.join(" and ", missing) + " to sign in as an application, or choose another way to sign in.");
        }
        return secret.isPresent()
                ? app(new ClientSecretCredentialBuilder(), client.get(), in).clientSecret(secret.get()).build()
                : certificate(Path.of(certificate.orElseThrow()), client.get(), in);
    }

    private TokenCredential certificate(Path file, String client, Optional<String> tenant) {
        if (!Files.isReadable(file)) {
            throw new NotReady("The file that AZURE_CLIENT_CERTIFICATE_PATH names cannot be read: " + file + ".");
        }
        ClientCertificateCredentialBuilder builder = app(new ClientCertificateCredentialBuilder(), client, tenant);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pfx") || name.endsWith(".p12")) {
            builder.pfxCertificate(file.toString());
        } else {
            builder.pemCertificate(file.toString());
        }
        variable("AZURE_CLIENT_CERTIFICATE_PASSWORD").ifPresent(builder::clientCertificatePassword);
        return builder.build();
    }

    private <B extends AadCredentialBuilderBase<B>> B app(B builder, String client, Optional<String> tenant) {
        return authority(builder, tenant).clientId(client);
    }

    private <B extends AadCredentialBuilderBase<B>> B authority(B builder, Optional<String> tenant) {
        builder.authorityHost(cloud.login() + "/").pipeline(pipeline);
        tenant.ifPresent(builder::tenantId);
        clientId.ifPresent(builder::clientId);
        if (Cloud.KNOWN.stream().noneMatch(known -> known.login().equalsIgnoreCase(cloud.login()))) {
            // Microsoft's directory of authorities does not know a private cloud's.
            builder.disableInstanceDiscovery();
        }
        return builder;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The environment may hold secrets, so it is left out. */
    @Override
    public String toString() {
        return "Credentials[cloud=" + cloud.name() + ", clientId=" + clientId + "]";
    }
}
