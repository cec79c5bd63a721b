package org.beatbench.server;

import java.util.regex.Pattern;
import org.beatbench.api.TrainedModel;
import org.beatbench.models.ModelCard;

/**
 * A model that is served.
 *
 * @param name in addresses
 * @param card what it is
 * @param model not closed by the server
 */
public record ServedModel(String name, ModelCard card, TrainedModel model) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public ServedModel {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a served model: " + name);
        }
    }

    /** Whether a model may be served under a name: letters, digits, dots, underscores and dashes, which need no quoting anywhere. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
