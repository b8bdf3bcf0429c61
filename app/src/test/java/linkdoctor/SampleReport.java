package linkdoctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import linkdoctor.cli.Cli;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Look;
import linkdoctor.engine.Version;

/** Writes the sample report of the documents: a run on the lab, without where the lab keeps its files and ports. */
public final class SampleReport {
    private static final String SCENARIO = "zone-not-linked";

    private SampleReport() {
    }

    /** @param args the folder of the documents */
    public static void main(String[] args) throws IOException {
        Path docs = Path.of(args[0]);
        Path session = Files.createTempFile("sample", ".json");
        try {
            run("check", "fabrikam", "--lab", SCENARIO, "--redact", "none", "--report", session.toString());
            Files.writeString(session, asInAzure(Files.readString(session)));
            for (String name : List.of("sample-report.html", "sample-report.md")) {
                Path report = docs.resolve(name);
                run("replay", session.toString(), "--redact", "ids", "--report", report.toString());
                Files.writeString(report, Files.readString(report).replace("linkdoctor " + Version.NUMBER, "linkdoctor"));
            }
        } finally {
            Files.deleteIfExists(session);
        }
        System.exit(0);
    }

    /** The lab's hosts file and metadata service where a virtual machine has them. */
    private static String asInAzure(String session) {
        return session.replaceAll("[^\" ]*linkdoctor-lab\\d+", "/etc").replaceAll("127\\.0\\.0\\.1:\\d+", "169.254.169.254");
    }

    private static void run(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new Look(false, true), false);
        if (new Cli(new Wiring(), terminal).run(args) == 2) {
            throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
        }
    }
}
