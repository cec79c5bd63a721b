package org.beatbench.data.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.beatbench.api.UserError;

/**
 * The leads that a model asks for, as far as they are such as it learned from. If its name says that the chosen lead is another, one that
 * the model knows takes its place; a name that does not say is believed.
 */
public final class LearnedLeads implements LeadSelection {

    private final LeadSelection wanted;
    private final int most;
    private final List<String> names;
    private final Set<String> learned;

    private LearnedLeads(LeadSelection wanted, int most, List<String> names) {
        this.wanted = wanted;
        this.most = most;
        this.names = names;
        this.learned = names.stream()
                .flatMap(name -> new Lead(0, name, "").standard().stream())
                .collect(Collectors.toSet());
    }

    /**
     * A choice that is looked over.
     *
     * @param wanted what is chosen as far as the model knows it
     * @param most how many leads are looked at
     * @param names under which the model learned its first lead; none if nobody knows
     */
    public static LearnedLeads of(LeadSelection wanted, int most, List<String> names) {
        return new LearnedLeads(wanted, most, List.copyOf(names));
    }

    /** Whether a lead may be one that the model learned from; also where nobody knows. */
    public boolean knows(Lead lead) {
        return learned.isEmpty() || lead.standard().map(learned::contains).orElse(true);
    }

    @Override
    public List<Lead> of(String record, List<Lead> leads) {
        List<Lead> chosen = wanted.of(record, leads);
        if (knows(chosen.get(0))) {
            return chosen;
        }
        Optional<Lead> known = leads.stream()
                .filter(lead -> lead.isEcg() && lead.standard().isPresent() && knows(lead))
                .findFirst();
        if (known.isPresent()) {
            return LeadChoice.of(Integer.toString(known.get().number()))
                    .upTo(most)
                    .of(record, leads);
        }
        throw new UserError(
                "record " + record + " has no lead that the model learned from (" + String.join(", ", names)
                        + "): it has " + Lead.list(leads),
                "take a model that learned from such a lead, or name one with --signal to have it answered all the same");
    }
}
