package linkdoctor.check.grid;

import java.util.List;

import linkdoctor.check.Row;

/** The grid's rows of this section. */
public final class EnvironmentRows {
    private EnvironmentRows() {
    }

    public static List<Row> rows() {
        return List.of();
    }
}
