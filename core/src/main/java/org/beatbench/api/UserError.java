package org.beatbench.api;

import java.util.List;

/** Something the user can mend: shown as message and hint without a stack trace, exit code 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message what is wrong, and where: the file and the place in it
     * @param hint what to do about it
     */
    public UserError(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** One error for all problems of an input, each on a line of its own. */
    public static UserError of(String subject, List<String> problems, String hint) {
        String message = problems.size() == 1
                ? subject + ": " + problems.get(0)
                : subject + ":\n  " + String.join("\n  ", problems);
        return new UserError(message, hint);
    }

    public String hint() {
        return hint;
    }
}
