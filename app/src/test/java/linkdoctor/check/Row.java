package linkdoctor.check;

import java.util.Optional;

import linkdoctor.facts.Snapshot;

/**
 * One row of the grid: a broken or unusual estate and what a check must say of it.
 *
 * @param check  id of the check that is asked
 * @param name   the case, in plain words
 * @param facts  the estate, made from the healthy one
 * @param status what the check must come to
 * @param code   the finding it must name; {@code none} when it must find nothing
 * @param says   what its sentence must hold; may be empty
 * @param root   the root cause that the diagnosis must name: empty for none; absent when the row does not care
 */
public record Row(String check, String name, Snapshot facts, Status status, String code, String says,
                  Optional<Optional<String>> root) {

    public static Row of(String check, String name, Snapshot facts) {
        return new Row(check, name, facts, Status.PASS, "none", "", Optional.empty());
    }

    /** The check fails with this finding. */
    public Row fails(String finding) {
        return expect(Status.FAIL, finding);
    }

    public Row warns(String finding) {
        return expect(Status.WARN, finding);
    }

    public Row notes(String finding) {
        return expect(Status.NOTE, finding);
    }

    public Row passes() {
        return expect(Status.PASS, "none");
    }

    public Row unknown() {
        return expect(Status.UNKNOWN, "none");
    }

    public Row skipped() {
        return expect(Status.SKIPPED, "none");
    }

    public Row expect(Status expected, String finding) {
        return new Row(check, name, facts, expected, finding, says, root);
    }

    public Row says(String part) {
        return new Row(check, name, facts, status, code, part, root);
    }

    public Row root(String finding) {
        return new Row(check, name, facts, status, code, says, Optional.of(Optional.of(finding)));
    }

    public Row noRoot() {
        return new Row(check, name, facts, status, code, says, Optional.of(Optional.empty()));
    }

    @Override
    public String toString() {
        return check + ": " + name;
    }
}
