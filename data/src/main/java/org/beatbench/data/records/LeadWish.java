package org.beatbench.data.records;

import java.util.List;

/**
 * Which lead of a recording is wanted.
 *
 * @param signal as the setting of that name has it
 * @param isAsked whether somebody asked for it, whatever the model learned from
 * @param learned names under which the model learned it; none if nobody knows
 */
public record LeadWish(String signal, boolean isAsked, List<String> learned) {

    public LeadWish {
        learned = List.copyOf(learned);
    }
}
