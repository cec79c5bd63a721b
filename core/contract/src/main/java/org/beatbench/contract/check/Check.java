package org.beatbench.contract.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a plug-in must do.
 *
 * @param <S> what it is tried on
 */
public final class Check<S> {

    private final String id;
    private final Severity severity;
    private final String promise;
    private final String advice;
    private final Body<? super S> body;

    private Check(String id, Severity severity, String promise, String advice, Body<? super S> body) {
        this.id = id;
        this.severity = severity;
        this.promise = promise;
        this.advice = advice;
        this.body = body;
    }

    /** How a check is made. */
    @FunctionalInterface
    interface Body<S> {

        /**
         * Makes it.
         *
         * @throws Broken if the promise is not kept
         * @throws NotApplicable if it says nothing of this subject
         */
        void run(S subject) throws Exception;
    }

    /** A check of what must be so. */
    static <S> Check<S> error(String id, String promise, String advice, Body<? super S> body) {
        return new Check<>(id, Severity.ERROR, promise, advice, body);
    }

    /** A check of what should be so. */
    static <S> Check<S> warning(String id, String promise, String advice, Body<? super S> body) {
        return new Check<>(id, Severity.WARNING, promise, advice, body);
    }

    /** Short name, lower-case letters and hyphens, which never changes its meaning. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What the plug-in does if it passes; a sentence without a subject. */
    public String promise() {
        return promise;
    }

    /** What its author can do if it fails. */
    public String advice() {
        return advice;
    }

    /**
     * Makes the check. Whatever the plug-in throws is a result.
     *
     * @param known ids of checks that are known to fail, to reasons
     */
    public CheckResult on(S subject, Map<String, String> known) {
        CheckResult result = made(subject);
        @Nullable String reason = known.get(id);
        if (reason == null || result.verdict() == Verdict.SKIPPED) {
            return result;
        }
        return result.verdict() == Verdict.FAILED
                ? result(Verdict.KNOWN, reason + " (" + result.message() + ")", result.thrown())
                : result(
                        Verdict.FAILED,
                        "it passes, and is listed as a known failure: " + reason + "; take it out of knownFailures()",
                        null);
    }

    private CheckResult made(S subject) {
        try {
            body.run(subject);
            return result(Verdict.PASSED, "", null);
        } catch (NotApplicable e) {
            return result(Verdict.SKIPPED, Expect.shortened(e.getMessage()), null);
        } catch (Broken e) {
            return result(Verdict.FAILED, String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        } catch (Throwable e) {
            return result(Verdict.FAILED, inWords(e), e);
        }
    }

    private CheckResult result(Verdict verdict, String message, @Nullable Throwable thrown) {
        return new CheckResult(id, severity, verdict, message, advice, thrown);
    }

    /** What was thrown, and where, in one line. */
    static String inWords(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + Expect.shortened(thrown.getMessage());
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return "it threw " + thrown.getClass().getSimpleName() + message + place;
    }

    @Override
    public String toString() {
        return id + ": " + promise;
    }
}
