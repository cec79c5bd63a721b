package org.beatbench.contract.check;

import java.util.List;
import java.util.stream.Stream;

/** All that every classifier must do. */
public final class ClassifierChecks {

    private ClassifierChecks() {}

    /** The checks, those that others rest on first, what takes long last. */
    public static List<Check<ClassifierSubject>> all() {
        return Stream.of(
                        SettingChecks.ALL,
                        AnswerChecks.ALL,
                        LearningChecks.ALL,
                        HouseholdChecks.ALL,
                        SettingChecks.LAST)
                .flatMap(List::stream)
                .toList();
    }
}
