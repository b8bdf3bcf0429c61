package linkdoctor.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import linkdoctor.check.Diagnosis;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;

/** A session whose resources have names that no shell should meet unquoted. */
final class Hostile {
    private Hostile() {
    }

    /** The same diagnosis where every resource group, network, endpoint and connection is called so. */
    static Plan renamed(Diagnosis diagnosis, String name) throws IOException {
        Path file = Files.createTempFile("session", ".json");
        try {
            String json = SessionFile.write(diagnosis, new Tool("linkdoctor", "test"), Instant.EPOCH);
            String escaped = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            for (String old : new String[]{"rg-fabrikam", "rg-dns", "rg-network", "pe-fabrikam", "pec-fabrikam", "vnet-app", "vnet-hub"}) {
                json = json.replace(old, escaped + old.substring(old.length() - 2));
            }
            Files.writeString(file, json);
            return switch (SessionFile.open(file)) {
                case SessionFile.Session session -> Plan.of(Diagnosis.of(session.facts()));
                case SessionFile.NotASession(String said) -> throw new IllegalStateException(said);
            };
        } finally {
            Files.delete(file);
        }
    }
}
