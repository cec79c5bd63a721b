package org.beatbench.server.protocol;

/** A request that gets no answer, with the status of HTTP and the words that its sender reads. */
public final class Refusal extends RuntimeException {

    public static final int INVALID = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int UNKNOWN = 404;
    public static final int TOO_SLOW = 408;
    public static final int TOO_LARGE = 413;
    public static final int WRONG_TYPE = 415;
    public static final int MISDIRECTED = 421;
    public static final int TOO_MANY = 429;
    public static final int FAILED = 500;
    public static final int NOT_OFFERED = 501;
    public static final int UNAVAILABLE = 503;
    public static final int TIMED_OUT = 504;

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * A refusal.
     *
     * @param status of HTTP, 400 to 599
     * @param message what is wrong, and where
     */
    public Refusal(int status, String message) {
        // Many may come at once, and where they come from is of no interest.
        super(message, null, false, false);
        this.status = status;
    }

    /** That of a request that means nothing. */
    public static Refusal invalid(String message) {
        return new Refusal(INVALID, message);
    }

    public int status() {
        return status;
    }

    /** What to say. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Whether the same request may be answered if it is sent again a little later. */
    public boolean isForNow() {
        return status == TOO_MANY || status == UNAVAILABLE;
    }
}
