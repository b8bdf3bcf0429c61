package linkdoctor.remedy;

import java.util.Optional;

/**
 * Where values stand in the document of a resource, said in the words of the Azure CLI (JMESPath) and of PowerShell. A single
 * value that is missing reads as {@link #MISSING}, so that those after it keep their places; of a list each item is one line.
 *
 * @param list  path to a list; empty for a single value
 * @param which the items of the list that count; empty for all
 * @param name  path to the value, from an item of the list or from the document; empty for the item itself
 */
public record Field(String list, Optional<Which> which, String name) {
    public static final String MISSING = "-";

    /** Items whose value at a path ends with this text, as equal ones do. */
    public record Which(String path, String end) {
    }

    public static Field at(String path) {
        return new Field("", Optional.empty(), path);
    }

    public static Field each(String list, String name) {
        return new Field(list, Optional.empty(), name);
    }

    public static Field each(String list, Which which, String name) {
        return new Field(list, Optional.of(which), name);
    }

    /** The expression in JMESPath. */
    public String jmesPath() {
        if (list.isEmpty()) {
            return "to_string(not_null(" + name + ", '" + MISSING + "'))";
        }
        String items = list + which.map(one -> "[?ends_with(" + one.path() + ", " + literal(one.end()) + ")]").orElse("[]");
        return items + (name.isEmpty() ? "" : "." + name + "[]");
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The expression in PowerShell, of a document in {@code $it}. */
    public String powershell() {
        if (list.isEmpty()) {
            return "(Only $it." + name + ")";
        }
        String items = which.map(one -> "($it." + list + " | Where-Object { \"$($_." + one.path() + ")\".EndsWith(" + PowerShell.quote(one.end())
                + ", 'OrdinalIgnoreCase') })").orElse("$it." + list);
        return items + (name.isEmpty() ? "" : "." + name);
    }
}
