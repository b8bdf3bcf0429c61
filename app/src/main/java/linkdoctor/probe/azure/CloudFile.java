package linkdoctor.probe.azure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;

import linkdoctor.probe.azure.plain.Raw;
import linkdoctor.facts.Cloud;
import linkdoctor.probe.azure.plain.Raw;

/**
 * A cloud as its ARM describes it under {@code /metadata/endpoints}: a list of clouds in versions from 2019-05-01,
 * one object in earlier ones.
 */
public final class CloudFile {
    private static final List<String> OTHERS = List.of("AzureChinaCloud", "AzureUSGovernment", "AzureGermanCloud");
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";

    private CloudFile() {
    }

    /**
     * The cloud in the file; of several the one that is not Microsoft's other public ones, else the first.
     *
     * @throws IOException when it cannot be read or lacks something; the message is one sentence for the user
     */
    public static Cloud read(Path file) throws IOException {
        String json;
        try {
            json = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("The cloud file " + file + " cannot be read.", e);
        }
        try {
            return parse(json);
        } catch (IOException e) {
            throw new IOException("The cloud file " + file + " " + e.getMessage(), e);
        }
    }

    /** @throws IOException when the text does not describe a cloud; the message continues "The cloud file …" */
    static Cloud parse(String json) throws IOException {
        Object whole;
        try (JsonReader reader = JsonProviders.createReader(json.startsWith("\uFEFF") ? json.substring(1) : json)) {
            whole = reader.readUntyped();
        } catch (IOException | RuntimeException e) {
            throw new IOException("is not JSON; save the answer of https://YOUR-ARM/metadata/endpoints?api-version=2022-09-01.", e);
        }
        List<Map<?, ?>> clouds = new ArrayList<>();
        for (Object item : whole instanceof List<?> list ? list : List.of(whole == null ? Map.of() : whole)) {
            if (item instanceof Map<?, ?> map) {
                clouds.add(map);
            }
        }
        if (clouds.isEmpty()) {
            throw new IOException("describes no cloud.");
        }
        return cloud(clouds.stream().filter(c -> !OTHERS.contains(Raw.text(c, "name"))).findFirst().orElse(clouds.getFirst()));
    }

    private static Cloud cloud(Map<?, ?> from) throws IOException {
        Map<?, ?> authentication = Raw.map(from, "authentication");
        String login = url(Raw.text(authentication, "loginEndpoint"), "authentication.loginEndpoint");
        List<String> audiences = Raw.list(authentication, "audiences").stream().map(String::valueOf).map(CloudFile::bare).toList();
        if (audiences.isEmpty()) {
            throw new IOException("lacks authentication.audiences.");
        }
        String suffix = bare(Raw.text(Raw.map(from, "suffixes"), "keyVaultDns")).replaceAll("^\\.", "");
        if (!suffix.matches(HOST)) {
            throw new IOException("lacks suffixes.keyVaultDns.");
        }
        // Versions before 2019-05-01 do not name ARM itself: the audience is as close as they come.
        String arm = url(Optional.of(Raw.text(from, "resourceManager")).filter(text -> !text.isEmpty())
                .orElse(audiences.getFirst()), "resourceManager");
        String name = Raw.text(from, "name");
        return new Cloud(name.isEmpty() ? URI.create(arm).getHost() : name, suffix, privateZone(suffix), login, arm,
                audiences.getFirst());
    }

    /** {@code vault.azure.net} to {@code privatelink.vaultcore.azure.net}, as in every cloud that is documented. */
    private static String privateZone(String suffix) {
        return "privatelink." + (suffix.startsWith("vault.") ? "vaultcore" + suffix.substring("vault".length()) : suffix);
    }

    private static String url(String text, String what) throws IOException {
        String bare = bare(text);
        try {
            URI uri = URI.create(bare);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return bare;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new IOException("has no address in " + what + ": " + text + ".", notAnAddress);
        }
        throw new IOException(text.isEmpty() ? "lacks " + what + "." : "has no https address in " + what + ": " + text + ".");
    }

    private static String bare(String text) {
        return text.strip().replaceAll("/+$", "");
    }
}
