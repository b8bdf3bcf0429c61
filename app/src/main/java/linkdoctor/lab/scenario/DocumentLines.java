package linkdoctor.lab.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.World.ClientMachine;
import linkdoctor.lab.http.Json;

/** Instructions that change the estate's documents. */
final class DocumentLines {
    private DocumentLines() {
    }

    static void follow(Line line, Stage stage) {
        switch (line.verb()) {
            case "set" -> set(line, stage.estate);
            case "unset" -> {
                String[] parts = line.parts(2, "DOCUMENT FIELD");
                change(line, stage.estate, parts[0], document -> Fields.unset(line, document, parts[1]));
            }
            case "put" -> put(line, stage.estate);
            case "copy" -> copy(line, stage.estate);
            case "delete" -> delete(line, stage.estate);
            case "soft-delete" -> {
                if (!SoftDelete.delete(stage.estate, Names.id(line, line.parts(1, "VAULT")[0]))) {
                    throw new BadLine(line, "there is no such vault to delete.");
                }
            }
            default -> renumber(line, stage);
        }
    }

    private static void set(Line line, Estate estate) {
        String[] parts = line.rest().split("\\s*=\\s*", 2);
        String[] where = parts[0].strip().split("\\s+");
        if (parts.length < 2 || where.length != 2) {
            throw new BadLine(line, "\"set\" is written \"set DOCUMENT FIELD = JSON\".");
        }
        JsonNode value = json(line, parts[1]);
        change(line, estate, where[0], document -> Fields.set(line, document, where[1], value));
    }

    private static void put(Line line, Estate estate) {
        String[] parts = line.parts(2, "DOCUMENT JSON");
        if (!(json(line, parts[1]) instanceof ObjectNode document)) {
            throw new BadLine(line, "what is put must be a JSON object.");
        }
        ResourceId id = Names.id(line, parts[0]);
        ObjectNode named = Json.object().put("id", id.text()).put("name", id.name());
        named.setAll(document);
        if (!named.path("type").isTextual()) {
            throw new BadLine(line, "the document needs a \"type\".");
        }
        estate.put(id, named);
    }

    /** A document with all below it under another id; whatever names the old id in them names the new one. */
    private static void copy(Line line, Estate estate) {
        String[] parts = line.parts(2, "DOCUMENT NEW-ID");
        ResourceId from = Names.id(line, parts[0]);
        ResourceId to = Names.id(line, parts[1]);
        List<ObjectNode> family = estate.all().stream().filter(document -> {
            ResourceId id = ResourceId.of(document.path("id").asText());
            return id.equals(from) || id.text().toLowerCase(Locale.ROOT).startsWith(from.text().toLowerCase(Locale.ROOT) + "/");
        }).toList();
        if (family.isEmpty()) {
            throw new BadLine(line, "there is no " + from.text() + " to copy.");
        }
        for (ObjectNode document : family) {
            String text = Pattern.compile(Pattern.quote(from.text()) + "(?=[/\"])", Pattern.CASE_INSENSITIVE)
                    .matcher(document.toString()).replaceAll(to.text());
            ObjectNode copied = Json.object(text);
            if (ResourceId.of(document.path("id").asText()).equals(from)) {
                copied.put("name", to.name());
            }
            estate.put(ResourceId.of(copied.path("id").asText()), copied);
        }
    }

    private static void delete(Line line, Estate estate) {
        for (String name : line.parts(1, "DOCUMENT …")[0].split("\\s+")) {
            if (!estate.remove(Names.id(line, name))) {
                throw new BadLine(line, "there is no " + name + " to delete.");
            }
        }
    }

    /** Moves a range of 65 536 addresses somewhere else, in every document and at the client. */
    private static void renumber(Line line, Stage stage) {
        String[] parts = line.parts(2, "10.1.0.0/16 100.64.0.0/16");
        for (String part : parts) {
            if (Prefix.parse(part).filter(prefix -> prefix.length() == 16).isEmpty()) {
                throw new BadLine(line, part + " is no range of the form 10.1.0.0/16.");
            }
        }
        Pattern old = Pattern.compile("(?<![0-9.])" + Pattern.quote(half(parts[0])));
        String now = half(parts[1]);
        for (ObjectNode document : stage.estate.all()) {
            stage.estate.put(ResourceId.of(document.path("id").asText()),
                    Json.object(old.matcher(document.toString()).replaceAll(now)));
        }
        ClientMachine was = stage.client;
        List<Ip> moved = was.addresses().stream().map(ip -> Ip.of(old.matcher(ip.toString()).replaceAll(now))).toList();
        stage.client = new ClientMachine(moved, was.subnet(), was.publicIp(), was.resolvers(), was.hosts(),
                Map.copyOf(was.environment()), was.mac());
    }

    private static String half(String range) {
        return range.replaceFirst("\\d+\\.\\d+/16$", "");
    }

    private static void change(Line line, Estate estate, String name, Consumer<ObjectNode> change) {
        ResourceId id = Names.id(line, name);
        ObjectNode document = estate.get(id)
                .orElseThrow(() -> new BadLine(line, "there is no " + name + " to change."));
        change.accept(document);
        estate.put(id, document);
    }

    private static JsonNode json(Line line, String text) {
        return Json.parse(Names.filled(line, text))
                .orElseThrow(() -> new BadLine(line, "this is no JSON: " + text));
    }
}
