package org.beatbench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps the packages of this module in their order: each may use those before it only. */
@AnalyzeClasses(packages = "org.beatbench", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageOrderTest {

    private static final List<String> ORDER = List.of(
            "api",
            "neighbours",
            "canaries",
            "protocol",
            "resampling",
            "calibration",
            "robustness",
            "saliency",
            "experiment",
            "results",
            "metrics",
            "stats",
            "audit",
            "plugins",
            "models",
            "harness",
            "verification");

    private static final List<String> INEXACT = List.of(
            "log", "log10", "log1p", "exp", "expm1", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

    private static final String PROCESS = "org.beatbench.harness.TrialProcess";

    @ArchTest
    static void eachPackageUsesThoseBeforeItOnly(JavaClasses all) {
        for (String name : ORDER) {
            String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                    .map(PackageOrderTest::within)
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that(resideInAPackage(within(name)))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(later))
                        .allowEmptyShould(true)
                        .check(all);
            }
        }
    }

    @ArchTest
    static void everyPackageHasAPlaceInTheOrder(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackageName).map(name -> name.split("\\.")[2]))
                .isSubsetOf(ORDER);
    }

    @ArchTest
    static final ArchRule pluginsSeeNothingButTheJdk = classes()
            .that(resideInAPackage(within("api")))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", within("api")));

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.beatbench.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PROCESS)
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard streams are a trial process's line to the program that started it, and nobody else's");

    @ArchTest
    static final ArchRule onlyTheCommandLineExits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PROCESS)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule chanceHasASeed =
            noClasses().should().dependOnClassesThat(unseeded()).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule numbersAreTheSameOnEveryMachine = noClasses()
            .that(resideInAnyPackage(within("metrics"), within("stats")))
            .should()
            .callMethodWhere(describe(
                    "a function of Math whose last digit may differ between machines",
                    call -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && INEXACT.contains(call.getTarget().getName())))
            .because("a report is verified byte by byte: use StrictMath");

    private static DescribedPredicate<JavaClass> unseeded() {
        return describe(
                "java.util.Random or ThreadLocalRandom",
                type -> type.isEquivalentTo(Random.class) || type.isEquivalentTo(ThreadLocalRandom.class));
    }

    private static String within(String name) {
        return "org.beatbench." + name + "..";
    }
}
