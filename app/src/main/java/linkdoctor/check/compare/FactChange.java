package linkdoctor.check.compare;

import linkdoctor.check.Section;

/**
 * A fact that is another one than before.
 *
 * @param section the section whose verdict rests on it
 * @param what    what it is, as "Connection pec-fabrikam"
 */
public record FactChange(Section section, String what, String before, String after) {
}
