package linkdoctor.ui.model;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Checklist;
import linkdoctor.check.Section;

/** Where in the wizard one is. */
public sealed interface Place {

    /** The pages that are there once. */
    enum Page implements Place {
        WELCOME, SIGN_IN, VAULT, EXPLAIN, ELSEWHERE, DIAGNOSIS, COMPARE, FIX, REPORT, ABOUT
    }

    /** The page of a section of the checklist. */
    record OfSection(Section section) implements Place {
    }

    static Place section(int number) {
        return new OfSection(Checklist.SECTIONS.get(number));
    }

    /** The way from start to end, step by step. */
    List<Place> WAY = Stream.of(Stream.of(Page.WELCOME, Page.SIGN_IN, Page.VAULT),
                    Checklist.SECTIONS.stream().map(OfSection::new), Stream.of(Page.DIAGNOSIS, Page.FIX, Page.REPORT))
            .flatMap(places -> places).map(Place.class::cast).toList();
}
