package linkdoctor.session.alias;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import linkdoctor.facts.Snapshot;

/** The words that a document of facts consists of whatever it tells: names of components and of constants. */
final class Vocabulary {
    private static final Set<String> WORDS = new HashSet<>();

    static {
        learn(Snapshot.class, new HashSet<>());
    }

    private Vocabulary() {
    }

    static boolean has(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void learn(Type type, Set<Type> met) {
        if (!met.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            learn(generic.getRawType(), met);
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> learn(one, met));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            Arrays.stream(plain.getEnumConstants()).forEach(one -> WORDS.add(one.toString().toLowerCase(Locale.ROOT)));
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(one -> learn(one, met));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                WORDS.add(component.getName().toLowerCase(Locale.ROOT));
                learn(component.getGenericType(), met);
            }
        }
    }
}
