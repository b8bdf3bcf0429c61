package linkdoctor.check;

import java.util.List;

import linkdoctor.remedy.Remedy;

/** A finding in this run: {@code said} has the actual names and values. */
public record Found(Finding finding, String said, List<Remedy> remedies) {
    public Found {
        remedies = List.copyOf(remedies);
    }
}
