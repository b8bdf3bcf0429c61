package linkdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import linkdoctor.check.grid.Combinations;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A section names the facts that its checks read, all of them and no others: to look at it again is to look at these. */
class SectionFactsTest {
    private static final JavaClasses CODE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("linkdoctor.check", "linkdoctor.facts");

    static Stream<Section> sections() {
        return Checklist.SECTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void namesWhatTheCodeOfItsChecksCanRead(Section section) {
        Set<String> read = new TreeSet<>();
        section.checks().forEach(check -> read.addAll(read(check)));

        assertThat(new TreeSet<>(section.facts())).as(section.title()).isEqualTo(read);
    }

    /** The components whose accessors can be reached from the check's judgement. */
    private static Set<String> read(Check check) {
        Set<String> read = new TreeSet<>();
        Set<JavaCodeUnit> met = new HashSet<>(Set.of(CODE.get(check.getClass()).getMethod("judge", Snapshot.class)));
        Deque<JavaCodeUnit> left = new ArrayDeque<>(met);
        while (!left.isEmpty()) {
            JavaCodeUnit at = left.pop();
            Stream.of(at.getCallsFromSelf().stream(), at.getMethodReferencesFromSelf().stream(), at.getConstructorReferencesFromSelf().stream())
                    .flatMap(all -> all).map(access -> ((com.tngtech.archunit.core.domain.AccessTarget) access.getTarget()).resolveMember())
                    .flatMap(Optional<? extends JavaMember>::stream).map(JavaCodeUnit.class::cast).forEach(target -> {
                        if (target.getOwner().isEquivalentTo(Snapshot.class)) {
                            read.add(target.getName());
                        } else if (met.add(target)) {
                            left.add(target);
                        }
                    });
        }
        read.retainAll(Snapshot.names());
        return read;
    }

    @ParameterizedTest
    @MethodSource("sections")
    void noOtherFactChangesWhatItSays(Section section) {
        Set<String> others = new TreeSet<>(Snapshot.names());
        others.removeAll(section.facts());
        Stream.concat(ChecklistGridTest.rows().map(Row::facts), Combinations.all().stream().map(Combinations.Combination::facts))
                .distinct().forEach(facts -> {
                    Snapshot without = facts;
                    for (String component : others) {
                        without = without.with(component, instead(facts.value(component)));
                    }
                    assertThat(judged(section, without)).as(section.title()).isEqualTo(judged(section, facts));
                });
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyOtherFactByItselfChangesNothing(Section section) {
        Snapshot facts = Healthy.snapshot();
        for (String component : Snapshot.names()) {
            if (!section.facts().contains(component)) {
                for (Object instead : List.of(instead(facts.value(component)), blank(facts.value(component)))) {
                    assertThat(judged(section, facts.with(component, instead))).as(component).isEqualTo(judged(section, facts));
                }
            }
        }
    }

    private static List<Outcome> judged(Section section, Snapshot facts) {
        return section.checks().stream().map(check -> check.judge(facts)).toList();
    }

    private static Object instead(Object fact) {
        return fact instanceof Probed<?> ? Probed.failed(new Failure(Failure.Kind.DENIED, "It cannot be seen.", "a right")) : blank(fact);
    }

    private static Object blank(Object fact) {
        return switch (fact) {
            case Probed<?> ignored -> Probed.notTried("Left out.");
            case List<?> ignored -> List.of();
            default -> Map.<Ip, LiveRequest>of();
        };
    }
}
