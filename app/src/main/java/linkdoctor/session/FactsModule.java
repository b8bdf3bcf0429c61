package linkdoctor.session;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;

/** How facts are written as JSON, so that they need not know: addresses and ids as text, durations in milliseconds. */
final class FactsModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    FactsModule() {
        text(Ip.class, Ip::of);
        text(Prefix.class, Prefix::of);
        text(ResourceId.class, ResourceId::of);
        text(Instant.class, Instant::parse);
        addSerializer(Duration.class, new JsonSerializer<>() {
            @Override
            public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeNumber(value.toMillis());
            }
        });
        addDeserializer(Duration.class, new JsonDeserializer<>() {
            @Override
            public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return Duration.ofMillis(in.getLongValue());
            }
        });
        addSerializer(Map.class, new SortedMaps());
        addSerializer(Probed.class, new ProbedJson.Writer());
        addDeserializer(Probed.class, new ProbedJson.Reader());
    }

    /** A type that is written as its {@code toString()} and read by {@code parse}, as a value and as a key. */
    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.toString());
            }
        });
        addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read(type, parse, in.getText(), context);
            }
        });
        addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                return read(type, parse, key, context);
            }
        });
    }

    /** A map sorted by the text of its keys, so that the same facts give the same document. */
    @SuppressWarnings("rawtypes")
    private static final class SortedMaps extends JsonSerializer<Map> {
        @Override
        public void serialize(Map map, JsonGenerator out, SerializerProvider provider) throws IOException {
            Map<String, Object> sorted = new TreeMap<>();
            ((Map<?, ?>) map).forEach((key, value) -> sorted.put(key.toString(), value));
            out.writeStartObject();
            for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                provider.defaultSerializeField(entry.getKey(), entry.getValue(), out);
            }
            out.writeEndObject();
        }
    }

    private static <T> T read(Class<T> type, Function<String, T> parse, String text, DeserializationContext context)
            throws JsonMappingException {
        try {
            return parse.apply(text);
        } catch (RuntimeException notOfThisType) {
            return context.reportInputMismatch(type, "\"%s\" is no %s", text, type.getSimpleName());
        }
    }
}
