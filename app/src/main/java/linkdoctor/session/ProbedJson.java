package linkdoctor.session;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;

/** A probed fact as {@code {"state": "seen" | "failed" | "not-tried", …}}. */
final class ProbedJson {
    private static final String STATE = "state";

    private ProbedJson() {
    }

    @SuppressWarnings("rawtypes")
    static final class Writer extends JsonSerializer<Probed> {
        @Override
        public void serialize(Probed fact, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            switch ((Probed<?>) fact) {
                case Probed.Seen<?>(var value, var evidence) -> {
                    out.writeStringField(STATE, "seen");
                    provider.defaultSerializeField("value", value, out);
                    provider.defaultSerializeField("evidence", evidence, out);
                }
                case Probed.Failed<?>(var failure, var evidence) -> {
                    out.writeStringField(STATE, "failed");
                    provider.defaultSerializeField("failure", failure, out);
                    provider.defaultSerializeField("evidence", evidence, out);
                }
                case Probed.NotTried<?>(String why) -> {
                    out.writeStringField(STATE, "not-tried");
                    out.writeStringField("why", why);
                }
            }
            out.writeEndObject();
        }
    }

    @SuppressWarnings("rawtypes")
    static final class Reader extends JsonDeserializer<Probed> implements ContextualDeserializer {
        private static final JavaType EVIDENCE = TypeFactory.defaultInstance().constructCollectionType(List.class, Evidence.class);
        private final JavaType of;

        Reader() {
            this(TypeFactory.unknownType());
        }

        private Reader(JavaType of) {
            this.of = of;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Probed deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode fact = context.readTree(in);
            String state = fact.path(STATE).asText();
            return switch (state) {
                case "seen" -> Probed.seen(part(fact, "value", of, context), evidence(fact, context));
                case "failed" -> new Probed.Failed<>((Failure) part(fact, "failure",
                        context.constructType(Failure.class), context), evidence(fact, context));
                case "not-tried" -> Probed.notTried(fact.path("why").asText());
                default -> context.reportInputMismatch(Probed.class, "a fact has the state \"%s\"", state);
            };
        }

        private static Object part(JsonNode fact, String name, JavaType type, DeserializationContext context) throws IOException {
            Object part = fact.hasNonNull(name) ? context.readTreeAsValue(fact.get(name), type) : null;
            return part == null ? context.reportInputMismatch(Probed.class, "a fact lacks its %s", name) : part;
        }

        @SuppressWarnings("unchecked")
        private static List<Evidence> evidence(JsonNode fact, DeserializationContext context) throws IOException {
            return fact.hasNonNull("evidence") ? (List<Evidence>) context.readTreeAsValue(fact.get("evidence"), EVIDENCE) : List.of();
        }

        /** A fact that a session of an older version does not know yet. */
        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Probed.notTried("The session does not hold it.");
        }
    }
}
