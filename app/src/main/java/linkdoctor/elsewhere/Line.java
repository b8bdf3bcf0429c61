package linkdoctor.elsewhere;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One fact as the script printed it: its number in the output, what it is about, and its values. */
record Line(int number, String key, List<String> values) {

    static Line of(int number, String key, String values) {
        return new Line(number, key, values.isBlank() ? List.of()
                : Arrays.stream(values.strip().split(" +")).map(Line::decoded).toList());
    }

    /** The value in this place, from 0; empty where there is none. */
    String value(int place) {
        return place < values.size() ? values.get(place) : "";
    }

    /** The number in this place, or 0. */
    long number(int place) {
        return value(place).matches("\\d{1,12}") ? Long.parseLong(value(place)) : 0;
    }

    /** The values from this place on. */
    List<String> from(int place) {
        return values.subList(Math.min(place, values.size()), values.size());
    }

    /** Percent-encoded bytes as text; a lone hyphen is an empty text. */
    static String decoded(String value) {
        if (value.equals("-")) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at == '%' && i + 2 < value.length() && value.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(at).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
