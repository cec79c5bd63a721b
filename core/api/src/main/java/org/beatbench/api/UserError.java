package org.beatbench.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    /** The error for a file or folder that cannot be written, with the reason in words and as its cause. */
    public static UserError unwritable(Path target, IOException cause, String hint) {
        UserError error = new UserError(target + " cannot be written: " + reason(cause), hint);
        error.initCause(cause);
        return error;
    }

    /** The system's words if it has any; Java often gives only the file's name once more. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "its folder does not exist and cannot be made";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file stands where its folder should be";
        }
        return cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage());
    }

    public String hint() {
        return hint;
    }
}
