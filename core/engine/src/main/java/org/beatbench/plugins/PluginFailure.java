package org.beatbench.plugins;

/**
 * A classifier or data set did what it may not: it threw something, or its answer is none. The cause is what it threw. This says
 * whose fault it is; what a user can mend is a {@link org.beatbench.api.UserError} and passes the border as it is.
 */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String origin;
    private final String reason;

    PluginFailure(String who, String origin, String call, Throwable cause) {
        super(who + " failed in " + call + ": " + inWords(cause), cause);
        this.origin = origin;
        this.reason = inWords(cause);
    }

    /** What was thrown, in one line, with the name of its class. */
    public static String inWords(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        String words = message == null || message.isBlank() ? name : name + ": " + message.strip();
        return words.replaceAll("\\s+", " ");
    }

    /** What was thrown, in one line, and by which plug-in unless it is built in. */
    public String reason() {
        return isBuiltIn() ? reason : reason + " (" + origin + ")";
    }

    /** Whether the fault is Beatbench's own. */
    public boolean isBuiltIn() {
        return origin.equals(Catalogue.BUILT_IN);
    }
}
