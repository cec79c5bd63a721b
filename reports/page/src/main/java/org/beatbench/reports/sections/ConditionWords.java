package org.beatbench.reports.sections;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Conditions;
import org.beatbench.comparison.text.Phrases;

/** Whether costs were measured under the same conditions, in words. */
public final class ConditionWords {

    private ConditionWords() {}

    /** What makes the costs of these trials hard to compare, in sentences; none if nothing does. */
    public static List<String> warnings(Conditions conditions) {
        List<String> warnings = new ArrayList<>();
        if (conditions.together() > 0) {
            warnings.add(Phrases.counted(conditions.together(), "trial", "trials") + " of " + conditions.trials()
                    + " did not run in a process of their own, so one may have warmed up or slowed down another, and peak"
                    + " memory is that of all of them. Costs are not comparable.");
        }
        if (conditions.machines() > 1) {
            warnings.add("trials ran on " + conditions.machines()
                    + " different machines or Java runtimes, named under Environment. Costs of classifiers measured on"
                    + " different ones are not comparable.");
        }
        return warnings;
    }

    /** The same in a few words. */
    public static String summary(Conditions conditions) {
        if (conditions.trials() == 0) {
            return "none completed";
        }
        return (conditions.together() == 0
                        ? "each in a process of its own"
                        : conditions.together() + " of " + conditions.trials() + " inside the program")
                + ", on " + Phrases.counted(conditions.machines(), "machine", "machines or Java runtimes");
    }
}
