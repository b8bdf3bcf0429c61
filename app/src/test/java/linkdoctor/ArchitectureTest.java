package linkdoctor;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may know whom, each rule with its reason. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("linkdoctor");
    private static final String JSON = "com.fasterxml.jackson..";

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                only("linkdoctor.facts..", "a snapshot must open anywhere, for ever", "linkdoctor.facts..", "java.."),
                only("linkdoctor.remedy..", "a repair is data", "linkdoctor.remedy..", "linkdoctor.facts..", "java.."),
                only("linkdoctor.check..", "judging is pure: what it knows comes with the snapshot",
                        "linkdoctor.check..", "linkdoctor.remedy..", "linkdoctor.kql..", "linkdoctor.facts..", "java.."),
                only("linkdoctor.kql..", "a question to a log is written from facts", "linkdoctor.kql..", "linkdoctor.facts..", "java.."),
                only("linkdoctor.explain..", "explaining is pure: what it knows comes with the text",
                        "linkdoctor.explain..", "linkdoctor.check..", "linkdoctor.remedy..", "linkdoctor.facts..", "java.."),
                only("linkdoctor.session..", "a session holds what was judged, not how it was looked at",
                        "linkdoctor.session..", "linkdoctor.explain..", "linkdoctor.check..", "linkdoctor.remedy..", "linkdoctor.facts..", JSON, "org.slf4j..", "java.."),
                only("linkdoctor.picture..", "a picture shows a verdict and asks nobody", "linkdoctor.picture..", "linkdoctor.check..",
                        "linkdoctor.remedy..", "linkdoctor.facts..", "java.."),
                only("linkdoctor.report..", "a report shows a verdict and asks nobody", "linkdoctor.report..", "linkdoctor.picture..",
                        "linkdoctor.check..", "linkdoctor.remedy..", "linkdoctor.facts..", "com.samskivert.mustache..", "java.."),
                only("linkdoctor.script..", "a script says what a plan is, and runs nothing", "linkdoctor.script..", "linkdoctor.check..", "linkdoctor.remedy..",
                        "linkdoctor.facts..", "com.samskivert.mustache..", "java.."),
                only("linkdoctor.elsewhere..", "what another machine told is read by the rules by which this one is looked at, and judged by nobody here",
                        "linkdoctor.elsewhere..", "linkdoctor.remedy..", "linkdoctor.facts..", "linkdoctor.probe.host..", "linkdoctor.probe.dns..",
                        "linkdoctor.probe.https..", "com.samskivert.mustache..", "java.."),
                only("linkdoctor.script..", "a script is text, which only the user runs", "linkdoctor.script..", "linkdoctor.check..", "linkdoctor.remedy..",
                        "linkdoctor.facts..", "com.samskivert.mustache..", "java.."),
                outside("only reports and scripts have templates", "com.samskivert..", "linkdoctor.report..", "linkdoctor.script..", "linkdoctor.elsewhere.."),
                none("linkdoctor.probe..", "looking has no opinion", "linkdoctor.check..", "linkdoctor.remedy..",
                        "linkdoctor.session..", "linkdoctor.cli..", "linkdoctor.lab.."),
                none("linkdoctor.probe.azure..", "the outside worlds do not know each other",
                        "linkdoctor.probe.dns..", "linkdoctor.probe.https..", "linkdoctor.probe.host.."),
                none("linkdoctor.probe.dns..", "the outside worlds do not know each other",
                        "linkdoctor.probe.azure..", "linkdoctor.probe.https..", "linkdoctor.probe.host.."),
                none("linkdoctor.probe.https..", "the outside worlds do not know each other",
                        "linkdoctor.probe.azure..", "linkdoctor.probe.dns..", "linkdoctor.probe.host.."),
                none("linkdoctor.probe.host..", "the outside worlds do not know each other",
                        "linkdoctor.probe.azure..", "linkdoctor.probe.dns..", "linkdoctor.probe.https.."),
                none("linkdoctor.cli..", "the command line renders; it does not look",
                        "linkdoctor.probe.azure..", "linkdoctor.probe.dns..", "linkdoctor.probe.https..",
                        "linkdoctor.probe.host..", "linkdoctor.lab..", JSON),
                none("linkdoctor.ui..", "the wizard renders; it does not look", "linkdoctor.cli..",
                        "linkdoctor.probe.azure..", "linkdoctor.probe.dns..", "linkdoctor.probe.https..", "linkdoctor.probe.host..",
                        "linkdoctor.probe.survey..", "linkdoctor.lab..", JSON),
                none("linkdoctor.cli..", "the two faces do not know each other", "linkdoctor.ui.."),
                none("linkdoctor.engine..", "what both faces share knows neither", "linkdoctor.cli..", "linkdoctor.ui..", "linkdoctor.lab.."),
                none("linkdoctor.ui.model..", "models are walked without a window", "linkdoctor.ui.page..", "linkdoctor.ui.part..",
                        "javafx.scene..", "javafx.stage..", "javafx.application.."),
                none("linkdoctor.ui.part..", "parts know no page", "linkdoctor.ui.page.."),
                outside("the toolkit stays in the wizard", "javafx..", "linkdoctor.ui.."),
                outside("so do its look and its icons", "atlantafx..", "linkdoctor.ui.."),
                rule("only Background knows the way to the drawing thread", noClasses().that().doNotHaveFullyQualifiedName("linkdoctor.ui.Background")
                        .should().callMethod(javafx.application.Platform.class, "runLater", Runnable.class)),
                outside("the Azure SDK stays in its probe", "com.azure..", "linkdoctor.probe.azure.."),
                outside("dnsjava stays where DNS is spoken", "org.xbill..", "linkdoctor.probe.dns..", "linkdoctor.lab.."),
                outside("only the lab makes certificates", "org.bouncycastle..", "linkdoctor.lab.."),
                outside("only Wiring and Main know that there is a lab", "linkdoctor.lab..", "linkdoctor.lab..", "linkdoctor"),
                rule("no clock in judging", noClasses().that().resideInAnyPackage("linkdoctor.check..", "linkdoctor.explain..", "linkdoctor.picture..", "linkdoctor.report..", "linkdoctor.script..", "linkdoctor.elsewhere..")
                        .should().callMethod(java.time.Instant.class, "now")
                        .orShould().callMethod(System.class, "currentTimeMillis").allowEmptyShould(true)),
                rule("certificate checks are off nowhere: the one trust manager of our own only remembers what Trust judged",
                        classes().that().areAssignableTo(javax.net.ssl.X509TrustManager.class)
                                .should().haveFullyQualifiedName("linkdoctor.probe.https.ChainWitness").allowEmptyShould(true)));
    }

    private static DynamicTest only(String who, String why, String... whom) {
        return rule(who + " knows little: " + why,
                classes().that().resideInAPackage(who).should().onlyDependOnClassesThat().resideInAnyPackage(whom).allowEmptyShould(true));
    }

    private static DynamicTest none(String who, String why, String... whom) {
        return rule(who + ": " + why + " " + String.join(" ", whom),
                noClasses().that().resideInAPackage(who).should().dependOnClassesThat().resideInAnyPackage(whom).allowEmptyShould(true));
    }

    private static DynamicTest outside(String why, String library, String... rooms) {
        return rule(why, noClasses().that().resideOutsideOfPackages(rooms)
                .should().dependOnClassesThat().resideInAnyPackage(library).allowEmptyShould(true));
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(ALL));
    }
}
