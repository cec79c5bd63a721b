package org.beatbench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.beatbench.harness.Harness;

/** Keeps the packages of this module in their order: each may use those before it only. */
@AnalyzeClasses(locations = PackageOrderTest.OwnClasses.class)
class PackageOrderTest {

    private static final List<String> ORDER = List.of(
            "canaries",
            "protocol",
            "resampling",
            "calibration",
            "answers",
            "inquiry",
            "robustness",
            "saliency",
            "distance",
            "experiment",
            "results",
            "metrics",
            "stats",
            "audit",
            "process",
            "plugins",
            "models",
            "harness",
            "run",
            "verification");

    private static final List<String> INEXACT = List.of(
            "log", "log10", "log1p", "exp", "expm1", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

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
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.beatbench.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule numbersAreTheSameOnEveryMachine = noClasses()
            .that(resideInAnyPackage(within("metrics"), within("stats")))
            .should()
            .callMethodWhere(describe(
                    "a function of Math whose last digit may differ between machines",
                    call -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && INEXACT.contains(call.getTarget().getName())))
            .because("a report is verified byte by byte: use StrictMath");

    private static String within(String name) {
        return "org.beatbench." + name + "..";
    }

    /** The classes of this module; those of the modules it stands on are held apart by Maven. */
    static final class OwnClasses implements LocationProvider {

        @Override
        public Set<Location> get(Class<?> test) {
            return Set.of(Location.of(
                    Harness.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }
}
