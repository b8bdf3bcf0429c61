package linkdoctor.session;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;

/** Makes a value of any type of facts, every component filled, so that a new fact is tested without a new test. */
final class Sample {
    /** Which of the three states every probed fact has. */
    enum State { SEEN, FAILED, NOT_TRIED }

    private final State state;
    private int n;

    Sample(State state) {
        this.state = state;
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type, Map.of()));
    }

    private Object value(Type type, Map<TypeVariable<?>, Type> bound) {
        n++;
        return switch (type) {
            case TypeVariable<?> variable -> value(bound.get(variable), bound);
            case ParameterizedType generic -> generic(generic, bound);
            case Class<?> plain -> plain(plain, bound);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Object plain(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (type == String.class) {
            return "text \"" + n + "\" <ü>\n\\";
        } else if (type == int.class) {
            return n;
        } else if (type == long.class || type == Long.class) {
            return (long) n;
        } else if (type == boolean.class || type == Boolean.class) {
            return n % 2 == 0;
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-20T10:11:12.345678Z").plusSeconds(n);
        } else if (type == Duration.class) {
            return Duration.ofMillis(n);
        } else if (type == Ip.class) {
            return n % 2 == 0 ? Ip.of("10.1." + n / 250 + "." + n % 250) : Ip.of("fd00::" + Integer.toHexString(n));
        } else if (type == Prefix.class) {
            return Prefix.of("10." + n % 250 + ".0.0/16");
        } else if (type == ResourceId.class) {
            return ResourceId.of("/subscriptions/s" + n + "/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v" + n);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[n % type.getEnumConstants().length];
        }
        return filled(type, bound);
    }

    private Object generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (raw == List.class) {
            return List.of(value(of[0], bound), value(of[0], bound));
        } else if (raw == Optional.class) {
            return n % 5 == 0 ? Optional.empty() : Optional.of(value(of[0], bound));
        } else if (raw == Map.class) {
            return Map.of(value(of[0], bound), value(of[1], bound), value(of[0], bound), value(of[1], bound));
        } else if (raw == Probed.class) {
            return switch (state) {
                case SEEN -> Probed.seen(value(of[0], bound), of(Evidence.class));
                case FAILED -> Probed.failed(of(Failure.class), of(Evidence.class));
                case NOT_TRIED -> Probed.notTried("why " + n);
            };
        }
        Map<TypeVariable<?>, Type> inner = new HashMap<>(bound);
        for (int i = 0; i < of.length; i++) {
            inner.put(raw.getTypeParameters()[i], of[i]);
        }
        return filled(raw, inner);
    }

    private Object filled(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = Arrays.stream(components).map(one -> value(one.getGenericType(), bound)).toArray();
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.toString(), e);
        }
    }
}
