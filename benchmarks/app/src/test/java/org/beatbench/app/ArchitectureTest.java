package org.beatbench.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.beatbench.harness.Deserialization;

/** What Maven cannot hold apart: it keeps the modules apart, and here all their libraries meet on one class path. */
@AnalyzeClasses(
        packages = "org.beatbench",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoJarsOfTests.class})
class ArchitectureTest {

    /** Tests of other modules lie in a jar where these were packaged, and in a folder that is known for one elsewhere. */
    static final class NoJarsOfTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    /** What runs in a process of its own. */
    private static final String PROCESS = "org\\.beatbench\\.harness\\.(Trial|Forked)Process";

    @ArchTest
    static final ArchRule tribuoStaysInClassical = onlyIn("org.tribuo..", "org.beatbench.classical..");

    @ArchTest
    static final ArchRule deeplearning4jStaysInDeep = onlyIn("org.deeplearning4j..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule nd4jStaysInDeep = onlyIn("org.nd4j..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule nativeCodeStaysInDeep = onlyIn("org.bytedeco..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule graphsStayInOnnx = onlyIn("ai.onnx..", "org.beatbench.onnx..");

    @ArchTest
    static final ArchRule onnxRuntimeStaysInOnnx = onlyIn("ai.onnxruntime..", "org.beatbench.onnx..");

    @ArchTest
    static final ArchRule chartsStayInReports = onlyIn("org.knowm..", "org.beatbench.reports.image..");

    @ArchTest
    static final ArchRule picturesStayInReports = onlyIn("com.github.weisj..", "org.beatbench.reports.image..");

    @ArchTest
    static final ArchRule papersStayInReports = onlyIn("org.apache.pdfbox..", "org.beatbench.reports.image..");

    @ArchTest
    static final ArchRule javalinStaysInTheServer = onlyIn("io.javalin..", "org.beatbench.server..");

    @ArchTest
    static final ArchRule jettyStaysInTheServer = onlyIn("org.eclipse.jetty..", "org.beatbench.server..");

    @ArchTest
    static final ArchRule theCommandLineStaysInTheApp = onlyIn("picocli..", "org.beatbench.app..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.beatbench.app..")
            .and()
            .haveNameNotMatching(PROCESS)
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard streams are a trial process's line to the program that started it, and nobody else's");

    @ArchTest
    static final ArchRule onlyTheCommandLineExits = noClasses()
            .that()
            .resideOutsideOfPackage("org.beatbench.app..")
            .and()
            .haveNameNotMatching(PROCESS)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule checksNeedNoTestLibrary = noClasses()
            .that()
            .resideInAPackage("org.beatbench.contract.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..");

    @ArchTest
    static final ArchRule chanceHasASeed =
            noClasses().should().dependOnClassesThat(unseeded()).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothingGoesInCircles =
            slices().matching("org.beatbench.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyProcessRefusesDeserialization = methods()
            .that()
            .haveName("main")
            .should(new ArchCondition<>("call Deserialization.refuse") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean refuses = method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Deserialization.class));
                    events.add(new SimpleConditionEvent(method, refuses, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule noJavaSerialization = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream");

    private static DescribedPredicate<JavaClass> unseeded() {
        return describe(
                "java.util.Random or ThreadLocalRandom",
                type -> type.isEquivalentTo(Random.class) || type.isEquivalentTo(ThreadLocalRandom.class));
    }

    private static ArchRule onlyIn(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .and()
                .resideInAPackage("org.beatbench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
