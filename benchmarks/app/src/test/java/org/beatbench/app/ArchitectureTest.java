package org.beatbench.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms of the house. */
@AnalyzeClasses(packages = "org.beatbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "org.beatbench.api..",
        "org.beatbench.neighbours..",
        "org.beatbench.canaries..",
        "org.beatbench.protocol..",
        "org.beatbench.resampling..",
        "org.beatbench.calibration..",
        "org.beatbench.robustness..",
        "org.beatbench.saliency..",
        "org.beatbench.experiment..",
        "org.beatbench.results..",
        "org.beatbench.metrics..",
        "org.beatbench.stats..",
        "org.beatbench.audit..",
        "org.beatbench.plugins..",
        "org.beatbench.models..",
        "org.beatbench.harness..",
        "org.beatbench.verification.."
    };

    @ArchTest
    static final ArchRule coreStandsOnItsOwn = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.data..",
                    "org.beatbench.classical..",
                    "org.beatbench.deep..",
                    "org.beatbench.reports..",
                    "org.beatbench.app..");

    @ArchTest
    static final ArchRule dataSeesNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.beatbench.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.classical..",
                    "org.beatbench.deep..",
                    "org.beatbench.reports..",
                    "org.beatbench.app..");

    @ArchTest
    static final ArchRule classicalSeesNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.beatbench.classical..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.data..", "org.beatbench.deep..", "org.beatbench.reports..", "org.beatbench.app..");

    @ArchTest
    static final ArchRule deepSeesNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.beatbench.deep..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.data..",
                    "org.beatbench.classical..",
                    "org.beatbench.reports..",
                    "org.beatbench.app..");

    @ArchTest
    static final ArchRule reportsSeeNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.beatbench.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.data..", "org.beatbench.classical..", "org.beatbench.deep..", "org.beatbench.app..");

    @ArchTest
    static final ArchRule learnersSeeTheApiOnly = noClasses()
            .that()
            .resideInAnyPackage("org.beatbench.classical..", "org.beatbench.deep..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beatbench.neighbours..",
                    "org.beatbench.canaries..",
                    "org.beatbench.protocol..",
                    "org.beatbench.resampling..",
                    "org.beatbench.calibration..",
                    "org.beatbench.robustness..",
                    "org.beatbench.saliency..",
                    "org.beatbench.experiment..",
                    "org.beatbench.results..",
                    "org.beatbench.metrics..",
                    "org.beatbench.stats..",
                    "org.beatbench.audit..",
                    "org.beatbench.plugins..",
                    "org.beatbench.models..",
                    "org.beatbench.harness..",
                    "org.beatbench.verification..");

    @ArchTest
    static final ArchRule tribuoStaysInClassical = onlyIn("org.tribuo..", "org.beatbench.classical..");

    @ArchTest
    static final ArchRule deeplearning4jStaysInDeep = onlyIn("org.deeplearning4j..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule nd4jStaysInDeep = onlyIn("org.nd4j..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule nativeCodeStaysInDeep = onlyIn("org.bytedeco..", "org.beatbench.deep..");

    @ArchTest
    static final ArchRule chartsStayInReports = onlyIn("org.knowm..", "org.beatbench.reports..");

    @ArchTest
    static final ArchRule theCommandLineStaysInTheApp = onlyIn("picocli..", "org.beatbench.app..");

    @ArchTest
    static final ArchRule nothingGoesInCircles =
            slices().matching("org.beatbench.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noJavaSerialization = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

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
