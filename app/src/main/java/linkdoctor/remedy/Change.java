package linkdoctor.remedy;

/**
 * What a script needs to know of a step beside its command, so that it can be run twice and taken back.
 *
 * @param title   what the step changes, an imperative with the actual names
 * @param reading how to read the present state of what it changes
 * @param done    how that tells that there is nothing to do
 */
public record Change(String title, Reading reading, Done done, Undo undo) {
}
