package org.beatbench.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.contract.check.Check;
import org.beatbench.contract.check.CheckResult;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Checks as tests. */
final class JUnitChecks {

    private JUnitChecks() {}

    /**
     * A test for each check, and one of the list of known failures.
     *
     * @param subjects gives what is to be checked, for each check
     */
    static <S> Stream<DynamicTest> of(List<Check<S>> checks, Callable<S> subjects, Map<String, String> known) {
        DynamicTest list = DynamicTest.dynamicTest("known-failures-are-checks", () -> requireKnown(checks, known));
        return Stream.concat(
                Stream.of(list),
                checks.stream()
                        .map(check ->
                                DynamicTest.dynamicTest(check.id(), () -> show(check.on(subjects.call(), known)))));
    }

    private static <S> void requireKnown(List<Check<S>> checks, Map<String, String> known) {
        Set<String> unknown = new HashSet<>(known.keySet());
        unknown.removeAll(checks.stream().map(Check::id).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new AssertionFailedError("knownFailures() names what is no check: " + unknown);
        }
    }

    private static void show(CheckResult result) {
        switch (result.verdict()) {
            case PASSED -> {}
            case SKIPPED, KNOWN -> throw new TestAbortedException(result.message());
            case FAILED -> {
                AssertionFailedError failure =
                        new AssertionFailedError(result.message() + " [" + result.advice() + "]");
                result.cause().ifPresent(failure::initCause);
                throw failure;
            }
        }
    }
}
