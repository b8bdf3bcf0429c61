package linkdoctor.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;

/** The lab through curl, where there is one: what the checklist tells people to try themselves. */
class CurlTest {

    @Test
    void curlGetsWhatTheGuideShows() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl here");
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            assertThat(curl(lab, "-i", "--cacert", lab.caFile().toString(), "https://fabrikam.vault.azure.net/healthstatus"))
                    .contains("conn_type=PrivateLink").endsWith("true");
            assertThat(curl(lab, "-k", "-i", "https://10.1.1.5/healthstatus")).as("without a name")
                    .contains("conn_type=PrivateLink");
            assertThat(curl(lab, "-H", "Metadata: true",
                    "http://169.254.169.254/metadata/instance/compute?api-version=2021-02-01")).contains("jump-box");
            assertThat(curl(lab, "https://fabrikam.vault.azure.net/healthstatus")).as("the authority must be named")
                    .contains("SSL certificate problem");
        }
    }

    private static String curl(Lab lab, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/curl", "-sS", "-m", "10", "-x",
                "http://127.0.0.1:" + lab.proxy().getPort()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
