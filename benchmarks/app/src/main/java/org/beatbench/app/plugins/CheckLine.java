package org.beatbench.app.plugins;

import org.beatbench.contract.check.CheckResult;
import org.beatbench.contract.check.Severity;
import org.beatbench.contract.check.Verdict;

/**
 * One line of what was found out about a plug-in.
 *
 * @param of what was checked: the plug-in, or one classifier or data set in it
 * @param id of the check, which never changes its meaning
 * @param severity how bad it is if it fails
 * @param verdict what came of it
 * @param message what was found; may be empty if it passed
 * @param advice what to do if it failed
 */
record CheckLine(String of, String id, Severity severity, Verdict verdict, String message, String advice) {

    static final String PLUGIN = "plug-in";

    static CheckLine of(String subject, CheckResult result) {
        return new CheckLine(
                subject, result.id(), result.severity(), result.verdict(), result.message(), result.advice());
    }

    static CheckLine passed(String id, String message) {
        return new CheckLine(PLUGIN, id, Severity.ERROR, Verdict.PASSED, message, "");
    }

    static CheckLine failed(String id, String message, String advice) {
        return new CheckLine(PLUGIN, id, Severity.ERROR, Verdict.FAILED, message, advice);
    }

    static CheckLine warned(String id, String message, String advice) {
        return new CheckLine(PLUGIN, id, Severity.WARNING, Verdict.FAILED, message, advice);
    }

    /** A warning if something happened that should not. */
    static CheckLine manners(String id, int times, String message, String advice) {
        return times == 0
                ? new CheckLine(PLUGIN, id, Severity.WARNING, Verdict.PASSED, "", "")
                : warned(id, message + (times == 1 ? "" : ", " + times + " times"), advice);
    }

    static CheckLine skipped(String id, String message) {
        return new CheckLine(PLUGIN, id, Severity.ERROR, Verdict.SKIPPED, message, "");
    }

    boolean isFatal() {
        return verdict == Verdict.FAILED && severity == Severity.ERROR;
    }
}
