package linkdoctor.session.alias;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** All texts of a JSON document, wherever they stand. */
public final class Texts {
    private Texts() {
    }

    /** A copy with every text, the names of members among them, made anew. */
    public static JsonNode map(JsonNode node, UnaryOperator<String> anew) {
        if (node.isTextual()) {
            return TextNode.valueOf(anew.apply(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(map(element, anew)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(anew.apply(member.getKey()), map(member.getValue(), anew)));
            return copy;
        }
        return node;
    }

    /** Every text with the name of the member that it stands under; the names of members themselves stand under {@code id}. */
    public static void each(JsonNode node, BiConsumer<String, String> told) {
        each("", node, told);
    }

    private static void each(String key, JsonNode node, BiConsumer<String, String> told) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                told.accept("id", member.getKey());
                each(member.getKey(), member.getValue(), told);
            });
        } else if (node.isArray()) {
            node.forEach(element -> each(key, element, told));
        } else if (node.isTextual()) {
            told.accept(key, node.asText());
        }
    }
}
