package linkdoctor.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.alias.Aliases;
import linkdoctor.session.alias.Kind;
import linkdoctor.session.alias.Texts;

/**
 * Maps the aliases of redacted documents back. It holds what redaction took out, so it stays with whoever made it.
 *
 * @param vaults  the vaults of those documents
 * @param aliases what each alias stands for
 */
public record RedactionKey(SortedSet<String> vaults, SortedMap<String, String> aliases) implements OpenedKey {
    static final String FORMAT = "linkdoctor-redaction-key/1";
    /** Knows no alias yet. */
    public static final RedactionKey NEW = new RedactionKey(new TreeSet<>(), new TreeMap<>());
    private static final long LARGEST = 16L * 1024 * 1024;
    private static final int LONGEST = 4000;

    public RedactionKey {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(vaults);
        vaults = Collections.unmodifiableSortedSet(names);
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    private record Document(String format, SortedSet<String> vaults, SortedMap<String, String> aliases) {
    }

    /** The key with what else was given out. */
    RedactionKey and(String vault, SortedMap<String, String> all) {
        SortedSet<String> more = new TreeSet<>(vaults);
        more.add(vault);
        return new RedactionKey(more, all);
    }

    /** Whether it was made with a document of this vault. */
    public boolean fits(Snapshot facts) {
        return vaults.contains(restored(facts).target().vault());
    }

    /** The facts with the real values in the place of the aliases that this key knows. */
    public Snapshot restored(Snapshot facts) {
        JsonNode document = SessionFile.json(facts);
        return SessionFile.facts(Texts.map(document, new Aliases(aliases, document).restoring()));
    }

    /** The file, as text that ends with a line end. */
    public String text() {
        return SessionFile.text(new Document(FORMAT, vaults, aliases));
    }

    /** Opens a saved key. */
    public static OpenedKey open(Path file) {
        try {
            return Files.size(file) > LARGEST ? new OpenedKey.NotAKey(file + " is too big to be a key of Link Doctor.") : read(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            return new OpenedKey.NotAKey("There is no file " + file + "; name a key that --redact-key or the report page wrote.");
        } catch (IOException e) {
            return new OpenedKey.NotAKey(file + " cannot be read" + (Files.isDirectory(file) ? ": it is a folder." : "."));
        }
    }

    /** The key of the file, to be extended; a new one when there is no such file yet. */
    public static OpenedKey openOrNew(Path file) {
        return Files.notExists(file) ? NEW : open(file);
    }

    /** @param name what to call the document in a sentence */
    static OpenedKey read(byte[] document, String name) throws IOException {
        JsonNode root;
        try {
            root = SessionFile.tree(document);
        } catch (JsonProcessingException e) {
            return new OpenedKey.NotAKey(name + " is not a key of Link Doctor: it is no whole JSON document.");
        }
        String format = root.path("format").asText("");
        if (!format.equals(FORMAT)) {
            return new OpenedKey.NotAKey(format.startsWith("linkdoctor-redaction-key/")
                    ? name + " was written by another version of Link Doctor (" + format + "); this one reads " + FORMAT + "."
                    : name + " is not a key of Link Doctor.");
        }
        SortedSet<String> vaults = new TreeSet<>();
        root.path("vaults").forEach(one -> vaults.add(one.asText()));
        SortedMap<String, String> aliases = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("aliases").properties()) {
            Optional<String> real = real(entry.getKey(), entry.getValue());
            if (real.isEmpty()) {
                return new OpenedKey.NotAKey(name + " is damaged: \"" + entry.getKey() + "\" is no alias, or stands for nothing.");
            }
            aliases.put(entry.getKey(), real.get());
        }
        return new RedactionKey(vaults, aliases);
    }

    /** What an alias stands for, when it can stand for that: an address for an address of the same kind, say. */
    private static Optional<String> real(String alias, JsonNode value) {
        String text = value.asText("");
        boolean possible = value.isTextual() && !text.isBlank() && text.length() <= LONGEST;
        return Kind.of(alias).filter(kind -> possible).flatMap(kind -> kind != Kind.ADDRESS ? Optional.of(text)
                : Ip.parse(text).filter(ip -> ip.v4() == Ip.of(alias).v4()).map(Ip::toString));
    }
}
