package linkdoctor.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Snapshot;

/** Writes and reads session documents. */
public final class SessionFile {
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));
    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder().characterEscapes(new SafeCharacters()).build())
            .addModules(new Jdk8Module(), new FactsModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private SessionFile() {
    }

    /** What opening a file came to. */
    public sealed interface Opened {
    }

    /** A session: facts to judge again, when they were complete, and the program that wrote it; what it does not tell of itself is empty. */
    public record Session(Snapshot facts, Instant finished, Tool tool) implements Opened {
    }

    /** No session; {@code said} is one sentence. */
    public record NotASession(String said) implements Opened {
    }

    /** The document of a diagnosis, as text that ends with a line end. */
    public static String write(Diagnosis diagnosis, Tool tool, Instant finished) {
        return text(SessionDocument.of(diagnosis, tool, finished));
    }

    /** Any document of this package as text that ends with a line end. */
    static String text(Record document) {
        try {
            return JSON.writer(LINES).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that cannot be written", e);
        }
    }

    /** Opens a saved session. */
    public static Opened open(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new NotASession(file + " is too big to be a session.");
            }
            return read(Files.readAllBytes(file), file.toString());
        } catch (java.nio.file.NoSuchFileException e) {
            return new NotASession("There is no file " + file + ".");
        } catch (IOException e) {
            return new NotASession(file + " cannot be read" + (Files.isDirectory(file) ? ": it is a folder." : "."));
        }
    }

    /** @param name what to call the document in a sentence */
    static Opened read(byte[] document, String name) {
        try {
            JsonNode root = JSON.readTree(document);
            String format = root.path("format").asText("");
            if (!format.equals(SessionDocument.FORMAT)) {
                return new NotASession(format.startsWith("linkdoctor-session/")
                        ? name + " was written by another version of Link Doctor (" + format + "), and this one reads "
                        + SessionDocument.FORMAT + ": open it with the version that wrote it."
                        : name + " is not a session of Link Doctor.");
            }
            if (!root.path("facts").isObject() || !root.path("finished").isTextual()) {
                return new NotASession(name + " is a session without facts, so it cannot be judged again.");
            }
            return new Session(JSON.treeToValue(root.path("facts"), Snapshot.class), JSON.treeToValue(root.path("finished"), Instant.class),
                    new Tool(root.path("tool").path("name").asText(""), root.path("tool").path("version").asText("")));
        } catch (JsonProcessingException e) {
            return new NotASession(name + " is damaged: " + cause(e) + ".");
        } catch (IOException e) {
            return new NotASession(name + " is not JSON.");
        }
    }

    static JsonNode tree(byte[] document) throws IOException {
        return JSON.readTree(document);
    }

    static JsonNode json(Snapshot facts) {
        return JSON.valueToTree(facts);
    }

    static Snapshot facts(JsonNode json) {
        try {
            return JSON.treeToValue(json, Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts that cannot be read back", e);
        }
    }

    /** What this package says of a fact is passed on; the library's own words speak of its insides. */
    private static String cause(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst("(?<![.:; ])[.:; ]++$", "");
        String said = !(e instanceof MismatchedInputException) ? "its JSON is broken"
                : message.isEmpty() || message.contains("`") ? "a fact is missing or of another kind" : message;
        return said + (e.getLocation() == null || e.getLocation().getLineNr() < 1 ? "" : " (line " + e.getLocation().getLineNr() + ")");
    }
}
