package linkdoctor.script;

import linkdoctor.remedy.Change;
import linkdoctor.remedy.Step;

/** A step at its place in a script, counted from 1. */
public record Numbered(int number, Repair repair, Step step, Change change) {
}
