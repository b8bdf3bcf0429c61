package linkdoctor.facts;

import java.util.List;

/** Numbers and lists as a sentence has them. */
public final class Words {
    private Words() {
    }

    /** "no vault", "1 vault", "3 vaults"; for things whose plural takes an s. */
    public static String count(int number, String thing) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + thing + (number < 2 ? "" : "s");
    }

    /** "a", "a and b", "a, b and c". */
    public static String list(List<?> things) {
        List<String> texts = things.stream().map(Object::toString).toList();
        return texts.size() < 2 ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
    }
}
